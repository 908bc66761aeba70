using Troupe.Processes;

namespace Troupe.Rehearsal.Tests.Demo;

/// <summary>One run of the harbour's check script.</summary>
internal sealed record CheckRun(int ExitCode, string Words)
{
    public static async Task<CheckRun> OfTreeAsync(HarbourFixture harbour, string tree)
    {
        await harbour.CheckOutAsync(tree);
        return await InAsync(harbour.Sandbox.WorkTree);
    }

    public static async Task<CheckRun> InAsync(string folder)
    {
        var result = await ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = "sh",
                Arguments = ["check.sh"],
                WorkingDirectory = folder,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
                },
            },
            TestContext.Current.CancellationToken);
        return new CheckRun(result.ExitCode, result.OutputText + result.ErrorText);
    }
}
