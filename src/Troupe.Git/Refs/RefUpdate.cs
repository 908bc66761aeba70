using Troupe.Core;

namespace Troupe.Git;

/// <summary>One ref's part in a transaction.</summary>
/// <param name="Name">The full name, such as <c>refs/heads/main</c>.</param>
/// <param name="New">Where it shall point; null: it is deleted.</param>
/// <param name="ExpectedOld">Where it must point now. Null: anywhere. All zeros: it must not exist.</param>
public sealed record RefUpdate(string Name, CommitId? New, CommitId? ExpectedOld)
{
    /// <summary>A ref that must not exist yet.</summary>
    public static RefUpdate Create(string name, CommitId commit) => new(name, commit, Absent(commit));

    /// <summary>A ref that must point to <paramref name="from"/>; null: it must not exist yet.</summary>
    public static RefUpdate Move(string name, CommitId? from, CommitId to) => new(name, to, from ?? Absent(to));

    /// <summary>A ref of our own that nobody else moves.</summary>
    public static RefUpdate Set(string name, CommitId commit) => new(name, commit, null);

    public static RefUpdate Delete(string name, CommitId? expectedOld) => new(name, null, expectedOld);

    private static CommitId Absent(CommitId like) => CommitId.Parse(new string('0', like.Value.Length));
}
