namespace Troupe.Weaving;

/// <summary>Which commits of the tip, that a patch's fork lacks, changed one of the paths or what is below it as a folder.</summary>
/// <param name="Patch">Its place in the order of arrival.</param>
internal sealed record HistoryQuestion(int Patch, IReadOnlyList<string> Paths);
