using Troupe.Core;

namespace Troupe.Rehearsal.Replay;

/// <summary>A sprint that could have been: changes that were open while the mainline stood at one commit.</summary>
/// <param name="Base">The mainline's commit that everybody starts from.</param>
/// <param name="BasePosition">Where on the mainline it lies.</param>
/// <param name="Patches">In the order in which they landed.</param>
internal sealed record ReplayCase(CommitId Base, int BasePosition, IReadOnlyList<ReplayPatch> Patches);
