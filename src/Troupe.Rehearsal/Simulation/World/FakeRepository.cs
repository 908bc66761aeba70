using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Rehearsal.Simulation;

/// <summary>Commits by the patches they hold, and one branch that is moved by compare-and-swap.</summary>
internal sealed class FakeRepository
{
    private readonly Dictionary<CommitId, ImmutableHashSet<PatchId>> _commits = [];

    public FakeRepository(string seed)
    {
        Base = Invented.Commit($"base {seed}");
        _commits[Base] = [];
    }

    public CommitId Base { get; }

    public CommitId? Branch { get; private set; }

    public Dictionary<PatchId, FakePatch> Patches { get; } = [];

    public ImmutableHashSet<PatchId> HeldBy(CommitId commit) => _commits[commit];

    /// <summary>The same patches are the same tree, in whatever order they landed.</summary>
    public TreeId TreeOf(CommitId commit) => TreeOf(_commits[commit]);

    public CommitId Commit(CommitId parent, PatchId patch, DateTimeOffset time)
    {
        var commit = Invented.Commit($"{parent} {patch} {time.ToUnixTimeSeconds()}");
        _commits[commit] = _commits[parent].Add(patch);
        return commit;
    }

    public void Publish(CommitId head, CommitId? expected)
    {
        if (Branch == head)
        {
            return;
        }

        if (Branch != expected)
        {
            throw new BrokenInvariantException($"The branch was to be moved from {expected}, but it points at {Branch}.");
        }

        Branch = head;
    }

    private static TreeId TreeOf(ImmutableHashSet<PatchId> patches) =>
        Invented.Tree(string.Join(' ', patches.Select(patch => patch.Value).Order(StringComparer.Ordinal)));
}
