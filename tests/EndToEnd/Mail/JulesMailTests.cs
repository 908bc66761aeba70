using Troupe.Processes;
using Troupe.Testing;

namespace Troupe.EndToEnd;

/// <summary><c>jules-mail</c> does the daily verbs by itself and everything else by <c>troupe</c>: its user sees one program.</summary>
public sealed class JulesMailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public JulesMailTests()
    {
        Directory.CreateDirectory(_folder[".git"]);
        Directory.CreateDirectory(_folder[".team/personas/curator"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Help_IsThatOfAllVerbs()
    {
        var whole = (await RunAsync(BuiltProgram.Path, "mail", "--help")).OutputText;
        var help = await RunAsync(BuiltProgram.Mail);
        help.ExitCode.ShouldBe(0, help.ErrorText);
        VerbsOf(help.OutputText).ShouldBe(VerbsOf(whole));
        help.OutputText.ShouldContain("jules-mail [command]");
    }

    [Theory]
    [InlineData("send")]
    [InlineData("export")]
    public async Task HelpOfAVerb_IsUnderItsName(string verb)
    {
        var help = await RunAsync(BuiltProgram.Mail, verb, "--help");
        help.ExitCode.ShouldBe(0, help.ErrorText);
        help.OutputText.ShouldContain($"jules-mail {verb} ");
    }

    [Fact]
    public async Task DailyAndOtherVerbs_ShareTheMail()
    {
        var sent = await RunAsync(BuiltProgram.Mail, "send", "--to", "curator", "--subject", "Grüße", "--body", "wörd");
        sent.ExitCode.ShouldBe(0, sent.ErrorText);
        (await RunAsync(BuiltProgram.Mail, "inbox", "--persona", "curator")).OutputText.ShouldContain("Grüße");
        (await RunAsync(BuiltProgram.Mail, "search", "wörd", "--all")).OutputText.ShouldContain("Grüße");
        (await RunAsync(BuiltProgram.Mail, "--persona", "curator", "inbox")).OutputText.ShouldContain("Grüße");
        (await RunAsync(BuiltProgram.Mail, "fsck")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("inbx", "'jules-mail' has no command 'inbx', did you mean 'inbox'?")]
    [InlineData("inbox --unraed", "'jules-mail inbox' has no option '--unraed', did you mean '--unread'?")]
    [InlineData("read 123456", "123456")]
    public async Task Mistake_IsToldAsEver(string words, string error)
    {
        var run = await RunAsync(BuiltProgram.Mail, words.Split(' '));
        run.ExitCode.ShouldBeInRange(2, 3);
        run.ErrorText.ShouldContain(error);
    }

    [Fact]
    public async Task OtherVerb_WithoutTroupeBesideIt_SaysWhatIsMissing()
    {
        var alone = _folder["jules-mail"];
        File.Copy(BuiltProgram.Mail, alone);
        (await RunAsync(alone, "check", "--persona", "curator")).ExitCode.ShouldBe(0);
        var run = await RunAsync(alone, "fsck");
        run.ExitCode.ShouldBe(9);
        run.ErrorText.ShouldContain("belongs beside jules-mail");
    }

    [Fact]
    public async Task Link_ElsewhereToIt_FindsTroupe()
    {
        File.CreateSymbolicLink(_folder["mail"], BuiltProgram.Mail);
        var run = await RunAsync(_folder["mail"], "stats", "--json");
        run.ExitCode.ShouldBe(0, run.ErrorText);
    }

    private static IEnumerable<string> VerbsOf(string help) => help.Split("Commands:\n")[1].Split('\n')
        .Where(line => line.Length > 2 && line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line.Trim().Split(' ')[0]);

    private Task<ProgramResult> RunAsync(string program, params string[] arguments) => NativeProgram.RunProgramAsync(program, _folder.Path, arguments);
}
