using Troupe.Sprints;

namespace Troupe.Analytics;

internal sealed record ConflictRow(PatchConflicted Conflict);
