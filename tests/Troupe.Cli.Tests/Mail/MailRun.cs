using System.Text.Json;

namespace Troupe.Cli.Tests.Mail;

/// <summary>What a call of the command line gave.</summary>
internal sealed record MailRun(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public void ShouldSucceed() => ExitCode.ShouldBe(0, Error);

    public void ShouldFail(int exitCode, string message)
    {
        ExitCode.ShouldBe(exitCode, Error);
        Error.ShouldContain(message);
        Output.ShouldBeEmpty();
    }
}
