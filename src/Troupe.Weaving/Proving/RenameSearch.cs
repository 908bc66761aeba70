using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Asks git which files were renamed between trees.</summary>
internal static class RenameSearch
{
    public static async Task<RenameTrail> FindAsync(GitExecutor git, IReadOnlyList<TreePair> pairs, CancellationToken cancellationToken)
    {
        var trail = new RenameTrail();
        foreach (var change in (await TreeDiff.CompareAsync(git, pairs, renames: true, cancellationToken)).SelectMany(changes => changes))
        {
            if (change.OldPath is { } old)
            {
                trail.Add(old, change.Path);
            }
        }

        return trail;
    }
}
