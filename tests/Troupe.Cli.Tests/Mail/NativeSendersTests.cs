using Troupe.Processes;

namespace Troupe.Cli.Tests.Mail;

/// <summary>The published binary, as a user has it, when the test script names it.</summary>
public sealed class NativeSendersTests : IDisposable
{
    private static readonly string? Native = Environment.GetEnvironmentVariable("TROUPE_NATIVE");
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Send_HundredProcessesAtOnce_AreAHundredMessagesAndNoError()
    {
        Assert.SkipWhen(Native is null, "TROUPE_NATIVE does not name the native binary");

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            number => RunAsync("send", "--to", "curator", "--subject", $"Message {number}", "--body", "B")));

        results.ShouldAllBe(result => result.ExitCode == 0 && result.ErrorText.Length == 0);
        results.Select(result => result.OutputText).Distinct().Count().ShouldBe(100);
        var inbox = await _shell.RunAsync("inbox", "--persona", "curator", "--json");
        inbox.Json.GetProperty("messages").GetArrayLength().ShouldBe(100);
    }

    [Fact]
    public async Task JulesMail_CalledByItsName_IsTheMailCommandLine()
    {
        Assert.SkipWhen(Native is null, "TROUPE_NATIVE does not name the native binary");

        (await RunAsync("inbox", "--json")).OutputText.ShouldStartWith("{\"schemaVersion\":1,\"persona\":\"lead\"");
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => ProgramRunner.RunAsync(
        new ProgramRequest
        {
            Program = Path.Combine(Path.GetDirectoryName(Native)!, "jules-mail"),
            Arguments = arguments,
            WorkingDirectory = _shell.Repository,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/usr/bin:/bin" },
        },
        TestContext.Current.CancellationToken);
}
