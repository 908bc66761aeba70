using System.ComponentModel;
using Troupe.Sprints;

namespace Troupe.Server.Mcp.Tools;

internal sealed record WeaveStatusAnswer(
    [property: Description("Absent: no sprint has been run yet")] SprintView? Sprint,
    [property: Description("Where each persona stands")] IReadOnlyList<ReportedStanding> Standings,
    [property: Description("Your own; absent: you take no part in it")] ReportedStanding? Own,
    [property: Description("With what your patches of this sprint collided")] IReadOnlyList<ReportedConflict> OwnConflicts,
    [property: Description("What is missing in the sprint log, in words")] IReadOnlyList<string> Losses);
