using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Writes one commit for each landed patch, on top of one another, beginning at the tip.</summary>
internal sealed class LandingCommits(ObjectWriter writer, WeaveRequest request, DateTimeOffset time)
{
    private static readonly GitIdentity Committer = new("Troupe Weaver", "weaver@troupe.invalid");

    private CommitId _head = request.Tip;

    /// <summary>The last commit; null: there is none.</summary>
    public CommitId? Head => _head == request.Tip ? null : _head;

    public CommitId Add(TakenPatch taken, WeavePatch patch, TreeId tree)
    {
        _head = writer.WriteCommit(new CommitDraft
        {
            Tree = tree,
            Parents = [_head],
            Author = new GitSignature(taken.Author ?? Committer, taken.AuthorTime ?? time),
            Committer = new GitSignature(Committer, time),
            Message = CommitMessage.Compose(taken.Message, patch, taken.Change, request.Sprint),
        });
        return _head;
    }

    /// <summary>The lock files that were made anew, as a commit of their own: they are nobody's work.</summary>
    public void Add(IReadOnlyList<LockFile> made, TreeId tree) => _head = writer.WriteCommit(new CommitDraft
    {
        Tree = tree,
        Parents = [_head],
        Author = new GitSignature(Committer, time),
        Committer = new GitSignature(Committer, time),
        Message = RegenerationMessage.Compose(made, request.Sprint),
    });
}
