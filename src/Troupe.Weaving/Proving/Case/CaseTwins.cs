using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// Finds names that a step adds beside one that differs only in case: git lands both, and on other systems they are one file. Names
/// that clash in the tip already are left alone, and so are those that one patch adds together: nobody's work is hidden by another's.
/// </summary>
internal sealed class CaseTwins(TreeStore trees, TreeId tip)
{
    private readonly TipNames _tip = new(trees, tip);
    private readonly FoldedNames _landed = new();

    /// <param name="changes">What the step changes.</param>
    /// <param name="after">The tree that it makes.</param>
    public async Task<IReadOnlyList<CaseTwin>> FindAsync(IReadOnlyList<PathChange> changes, TreeId after, CancellationToken cancellationToken)
    {
        List<CaseTwin> twins = [];
        foreach (var change in changes)
        {
            if (change is { Old: null, New: { } added })
            {
                var others = await CandidatesAsync(change.Path, cancellationToken);
                foreach (var other in others.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                {
                    if (await trees.FindAsync(after, other, cancellationToken) is { } there && (!there.Mode.IsTree || other.Length == change.Path.Length))
                    {
                        twins.Add(new CaseTwin(change.Path, added, other, there.Mode.IsTree ? null : new TreeLeaf(there.Mode, there.ObjectName)));
                    }
                }
            }
        }

        return twins;
    }

    /// <summary>What a step that lands changes.</summary>
    public void Add(IEnumerable<PathChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.New is not null)
            {
                _landed.Add(change.Path);
            }
        }
    }

    // What has gone since is sorted out by whoever looks into the new tree.
    private async Task<IEnumerable<string>> CandidatesAsync(string path, CancellationToken cancellationToken) =>
        (await _tip.VariantsOfAsync(path, cancellationToken))
            .Concat(_landed.VariantsOf(path))
            .Concat(TreePaths.Ancestors(path).SelectMany(_landed.VariantsOf));
}
