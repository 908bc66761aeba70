using Troupe.Core;
using Troupe.Engine;
using Troupe.Git;

namespace Troupe.Cli.Doctor;

/// <summary>Whether a sprint that is to move the target branch will be able to.</summary>
internal static class TargetCheck
{
    private const string Name = "target";

    public static async Task RunAsync(GitRepository repository, Settings settings, List<Finding> findings, CancellationToken cancellationToken)
    {
        if (settings.Sprint.Land != LandSetting.Target || repository.IsBare)
        {
            return;
        }

        var target = settings.Sprint.Target ?? await repository.Refs.HeadBranchAsync(cancellationToken);
        if (target is null)
        {
            // Nobody knows yet which branch that is, and the look at the repository says so.
            return;
        }

        var use = await TargetInUse.FindAsync(repository, settings.Sprint.Target, cancellationToken);
        findings.Add(use is null
            ? Finding.Fine(Name, "the target branch is checked out nowhere, so a sprint can move it")
            : Finding.Warn(
                Name,
                $"land = \"target\", and {TargetInUse.Words(use)}: a sprint leaves it where it is and exits with 1.",
                "Switch that checkout to another branch, or set land = \"branch\" and merge the sprints' branches yourself."));
    }
}
