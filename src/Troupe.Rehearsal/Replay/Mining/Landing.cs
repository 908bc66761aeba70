using Troupe.Core;

namespace Troupe.Rehearsal.Replay;

/// <summary>One change that came into the mainline.</summary>
/// <param name="Position">Where on the mainline it landed; 0 is the oldest commit.</param>
/// <param name="ForkPosition">The position from which on the mainline holds its fork.</param>
/// <param name="Fork">The commit that the change was made on.</param>
/// <param name="Head">The commit that holds the change.</param>
/// <param name="Number">The pull request's number, where the subject names it.</param>
internal sealed record Landing(
    LandingKind Kind, int Position, int ForkPosition, CommitId Fork, CommitId Head, int? Number, string Author, string Subject);
