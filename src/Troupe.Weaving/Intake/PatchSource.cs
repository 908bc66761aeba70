using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Where a patch is found. A closed set.</summary>
public abstract record PatchSource
{
    private PatchSource()
    {
    }

    /// <summary>A change that is already in the repository as a fork commit and a result tree.</summary>
    public sealed record Change(Patch Patch) : PatchSource;

    /// <summary>A delivered commit; it is compared with the given fork, whatever lies in between.</summary>
    public sealed record Delivery(CommitId Fork, CommitId Commit) : PatchSource;

    /// <summary>A branch, tag or commit; its fork is the merge base with the tip.</summary>
    public sealed record Revision(string Name) : PatchSource;

    /// <summary><c>A..B</c>: the change from A's tree to B's.</summary>
    public sealed record Range(string From, string To) : PatchSource;

    /// <summary>A unified diff, or a <c>format-patch</c> mail or series of them, as bytes.</summary>
    /// <param name="Base">The commit that it was made on; null: what the text itself names, else the tip.</param>
    public sealed record Text(ReadOnlyMemory<byte> Bytes, CommitId? Base) : PatchSource;
}
