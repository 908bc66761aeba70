using Troupe.Shell;

namespace Troupe.Cli.Tests;

/// <summary>One call of the program, within this process.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static async Task<CliRun> InAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CliContext
        {
            Terminal = new Terminal(output, error, isInteractive: false),
            WorkingDirectory = folder,
            Environment = environment,
            OpenInput = () => Stream.Null,
            ProgramPath = "troupe",
        };
        var code = await Entry.RunAsync(ThisProgram.Name, CommandTree.Of(ThisProgram.Name), arguments, context, TestContext.Current.CancellationToken);
        return new CliRun(code, output.ToString(), error.ToString());
    }

    public System.Text.Json.JsonElement Json => System.Text.Json.JsonDocument.Parse(Output).RootElement;
}
