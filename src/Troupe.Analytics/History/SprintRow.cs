using Troupe.Sprints;

namespace Troupe.Analytics;

internal sealed record SprintRow(SprintState State, SprintReport Report);
