using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>The report of one patch of the last weave, for people and for programs.</summary>
/// <param name="Outcome">As the plan or apply gave it.</param>
internal sealed record RememberedReport(PatchOutput Outcome, string Report);
