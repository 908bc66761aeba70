namespace Troupe.Interchange;

/// <summary>How far long work has come.</summary>
/// <param name="Step">What is done now: "reading", "importing", "exporting".</param>
public sealed record InterchangeProgress(string Step, int Done, int All);
