using Troupe.Core;
using Troupe.Git;
using Troupe.Processes;

namespace Troupe.Verification;

/// <summary>
/// Runs the verify steps on a commit, in a fresh checkout of exactly its tree. What a step does to the files there is seen by the steps
/// behind it and changes nothing that lands.
/// </summary>
public static class Verifier
{
    private static readonly GitIdentity Identity = new("Troupe", "troupe@localhost");

    /// <exception cref="TroupeException">The commit cannot be checked out, or a log cannot be written. A step that fails is no exception.</exception>
    public static async Task<VerifyResult> VerifyAsync(VerifyRequest request, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(request.LogFolder);
        using var scratch = await ScratchFolder.ReserveAsync(request.ScratchFolder, request.Commit.Value[..12]);
        var git = new GitExecutor(request.GitDirectory, scratch.Mark(request.Environment));
        await DetachedCheckouts.CreateAsync(git, request.Commit, scratch.Path, Identity, cancellationToken);

        var variables = scratch.Mark(StepEnvironment.From(request.Environment, request.AllowedVariables));
        List<StepResult> results = [];
        foreach (var step in request.Steps)
        {
            var log = Path.Combine(request.LogFolder, LogFileName.Of(results.Count + 1, step.Name));
            results.Add(await new StepRun(step, scratch.Path, variables, log).RunAsync(cancellationToken));
            if (!results[^1].Passed)
            {
                break;
            }
        }

        return new VerifyResult(results, [.. request.Steps.Skip(results.Count).Select(step => step.Name)]);
    }
}
