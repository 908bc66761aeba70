using Troupe.Core;

namespace Troupe.Rehearsal.Replay;

/// <summary>What a history holds that can be replayed.</summary>
/// <param name="Line">The mainline's commits, oldest first.</param>
/// <param name="Landings">In the order in which they landed.</param>
internal sealed record MinedHistory(IReadOnlyList<CommitId> Line, IReadOnlyList<Landing> Landings, LeftOut LeftOut);
