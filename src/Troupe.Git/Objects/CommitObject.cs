using Troupe.Core;

namespace Troupe.Git;

/// <summary>A commit as it was read.</summary>
/// <param name="Author">The raw line, such as <c>A U Thor &lt;a@example.org&gt; 1700000000 +0100</c>: old commits hold lines that no parser accepts.</param>
/// <param name="Committer">The raw line.</param>
/// <param name="Message">As UTF-8; other encodings show replacement characters.</param>
public sealed record CommitObject(
    TreeId Tree, IReadOnlyList<CommitId> Parents, string Author, string Committer, string Message)
{
    /// <summary>The first line of the message.</summary>
    public string Subject => Message.TrimStart('\n').Split('\n', 2)[0].TrimEnd();
}
