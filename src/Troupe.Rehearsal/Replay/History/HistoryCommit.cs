namespace Troupe.Rehearsal.Replay;

/// <summary>What the mining needs to know of one commit.</summary>
/// <param name="Id">Its full name.</param>
/// <param name="Parents">Their full names; one that lies beyond the history that was read is still named.</param>
/// <param name="CommitTime">Seconds since 1970; git prefers the youngest of several merge bases by it.</param>
internal sealed record HistoryCommit(string Id, IReadOnlyList<string> Parents, long CommitTime, string Author, string Subject);
