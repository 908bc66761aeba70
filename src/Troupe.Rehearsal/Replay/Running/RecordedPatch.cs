using Troupe.Core;
using Troupe.Git;

namespace Troupe.Rehearsal.Replay;

/// <summary>A past change as a session would deliver it: one commit on its fork, with the tree of its head.</summary>
internal sealed record RecordedPatch(ReplayPatch Past, CommitId Commit)
{
    private const string NobodysAddress = "replay@invalid";

    /// <summary>Writes the deliveries of a case into its scratch repository.</summary>
    public static async Task<IReadOnlyList<RecordedPatch>> WriteAsync(
        GitRepository scratch, IReadOnlyList<ReplayPatch> patches, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var trees = await scratch.TreesOfAsync([.. patches.Select(patch => patch.Head)], cancellationToken);
        var writer = new ObjectWriter(Path.Combine(scratch.CommonDirectory, "objects"), scratch.Format);
        return
        [
            .. patches.Zip(trees, (patch, tree) => new RecordedPatch(patch, writer.WriteCommit(new CommitDraft
            {
                Tree = tree,
                Parents = [patch.Fork],
                Author = new GitSignature(new GitIdentity(patch.Persona.Value, NobodysAddress), time),
                Message = patch.Subject.Length > 0 ? patch.Subject : patch.Persona.Value,
            })))
        ];
    }
}
