namespace Troupe.Weaving;

/// <summary>A file that many patches share, in the JSON of a report.</summary>
public sealed record SharedFileOutput(int Patches, int Conflicts, IReadOnlyList<string> SharedBy);
