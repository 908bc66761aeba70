using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Writes one commit for each landed patch, on top of one another, beginning at the tip.</summary>
internal sealed class LandingCommits(ObjectWriter writer, WeaveRequest request, DateTimeOffset time)
{
    private static readonly GitIdentity Committer = new("Troupe Weaver", "weaver@troupe.invalid");

    private CommitId _head = request.Tip;

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
}
