using Troupe.Core;
using Troupe.Shell;
using Troupe.Verification;

namespace Troupe.Cli.Weave;

/// <summary>Runs the <c>--verify</c> commands on exactly what would land.</summary>
internal static class WeaveVerification
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(60);

    /// <summary>Null: nothing landed, or there is no command.</summary>
    public static async Task<VerifyResult?> RunAsync(
        WeaveBench bench, Weaving.Weave weave, IReadOnlyList<string> commands, CliContext context, CancellationToken cancellationToken)
    {
        if (weave.Head is not { } head || commands.Count == 0)
        {
            return null;
        }

        return await Verifier.VerifyAsync(
            new VerifyRequest
            {
                GitDirectory = weave.Git.GitDirectory,
                Commit = head,
                Steps = [.. commands.Select((command, i) => new VerifyStepSettings
                {
                    Name = commands.Count == 1 ? "verify" : $"verify-{i + 1}",
                    Command = ["sh", "-c", command],
                    Timeout = Limit,
                })],
                LogFolder = Path.Combine(bench.State.WeavesFolder, "logs", head.Value[..12]),
                ScratchFolder = bench.State.CheckoutsFolder,
                Environment = context.Environment,
            },
            cancellationToken);
    }
}
