using Troupe.Processes;
using Troupe.Testing;

namespace Troupe.EndToEnd;

/// <summary>The published program with the database's library beside it, and without: what trimming or packing took away shows here only.</summary>
public sealed class NativeQueryTests : IDisposable
{
    private const string Library = "libduckdb.so";
    private const string Question = "SELECT sender, body, len(recipients) AS many, sent_at > '2020-01-01'::TIMESTAMP AS late FROM messages";
    private readonly TemporaryFolder _folder = new();

    public NativeQueryTests()
    {
        Directory.CreateDirectory(_folder[".team/personas/bolt"]);
        Directory.CreateDirectory(_folder[".team/personas/curator"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Query_NativeProgram_Answers()
    {
        await SendAsync();

        var answer = await NativeProgram.JsonAsync(_folder.Path, "query", Question, "--json");

        answer.GetProperty("rows").GetRawText().ShouldBe("""[{"sender":"bolt","body":"olá","many":1,"late":true}]""");
        answer.GetProperty("columns").GetArrayLength().ShouldBe(4);
    }

    [Theory]
    [InlineData("csv", "sender,n")]
    [InlineData("json", "{\"schemaVersion\":1")]
    [InlineData("parquet", "PAR1")]
    [InlineData("table", "sender")]
    public async Task Query_Output_IsWritten(string form, string beginning)
    {
        await SendAsync();

        var run = await NativeProgram.RunAsync(_folder.Path, "query", "SELECT sender, count(*) AS n FROM mailboxes JOIN messages USING (sender) GROUP BY sender", "--format", form, "--output", "answer");

        run.ExitCode.ShouldBe(0, run.ErrorText);
        File.ReadAllText(_folder["answer"]).ShouldStartWith(beginning);
    }

    [Fact]
    public async Task Query_CalledThroughALinkElsewhere_FindsItsLibrary()
    {
        await SendAsync();
        Directory.CreateDirectory(_folder["bin"]);
        File.CreateSymbolicLink(_folder["bin/troupe"], BuiltProgram.Path);

        var run = await RunAsync(_folder["bin/troupe"], "query", Question, "--csv");

        run.ExitCode.ShouldBe(0, run.ErrorText);
        run.OutputText.ShouldContain("bolt,olá,1,true");
    }

    [Fact]
    public async Task Query_LibraryIsMissing_SaysWhatIsMissingAndAllElseWorks()
    {
        await SendAsync();
        File.Copy(BuiltProgram.Path, _folder["troupe"]);

        var run = await RunAsync(_folder["troupe"], "query", Question);

        run.ExitCode.ShouldBe(3, run.ErrorText);
        run.OutputText.ShouldBeEmpty();
        run.ErrorText.ShouldContain($"Queries need the library libduckdb beside the program, in '{_folder.Path}/'");
        run.ErrorText.ShouldContain("copy it from the release");
        (await RunAsync(_folder["troupe"], "query", "--schema")).ExitCode.ShouldBe(0);
        (await RunAsync(_folder["troupe"], "mail", "inbox", "--persona", "curator")).ExitCode.ShouldBe(0);

        File.CreateSymbolicLink(_folder[Library], Path.Combine(Path.GetDirectoryName(BuiltProgram.Path)!, Library));
        (await RunAsync(_folder["troupe"], "query", Question)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Query_LibraryIsNoLibrary_SaysSo()
    {
        File.Copy(BuiltProgram.Path, _folder["troupe"]);
        File.WriteAllText(_folder[Library], "a page that a download gave in its place");

        var run = await RunAsync(_folder["troupe"], "query", Question);

        run.ExitCode.ShouldBe(3, run.ErrorText);
        run.ErrorText.ShouldContain("not for this machine");
    }

    private async Task SendAsync()
    {
        var run = await NativeProgram.RunAsync(_folder.Path, "mail", "send", "--persona", "bolt", "--to", "curator", "--subject", "Test", "--body", "olá");
        run.ExitCode.ShouldBe(0, run.ErrorText);
    }

    private Task<ProgramResult> RunAsync(string program, params string[] arguments) => NativeProgram.RunProgramAsync(program, _folder.Path, arguments);
}
