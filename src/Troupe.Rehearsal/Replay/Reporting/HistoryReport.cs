namespace Troupe.Rehearsal.Replay;

/// <summary>What the history held, and what of it was replayed.</summary>
/// <param name="Head">The commit whose history was read.</param>
/// <param name="Commits">All that it reaches.</param>
/// <param name="Mainline">Those on the line of first parents.</param>
/// <param name="Replayed">Landings that are in a case; the others had no company, or there were cases enough.</param>
public sealed record HistoryReport(string Head, int Commits, int Mainline, int Merges, int Squashes, int Replayed, LeftOut LeftOut);
