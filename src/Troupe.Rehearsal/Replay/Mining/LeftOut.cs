namespace Troupe.Rehearsal.Replay;

/// <summary>How many commits of the mainline are no landings, by reason.</summary>
/// <param name="DirectCommits">One parent, and no pull request's number at the end of the subject.</param>
/// <param name="SyncMerges">They took the shared branch into somebody's own line, or nothing new at all.</param>
/// <param name="OctopusMerges">More than two parents: several changes in one.</param>
/// <param name="WithoutMergeBase">Unrelated, or the common past is not in the repository (a shallow clone).</param>
public sealed record LeftOut(int DirectCommits, int SyncMerges, int OctopusMerges, int WithoutMergeBase);
