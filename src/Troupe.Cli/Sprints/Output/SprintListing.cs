using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>One sprint in <c>sprint list</c>.</summary>
internal sealed record SprintListing(
    int Sprint, string State, string Mode, string Started, int Ticks, int Personas, int Landed, int Skipped, string? Branch)
{
    public static SprintListing Of(SprintState state, DateTimeOffset now)
    {
        var report = SprintReport.Of(state, now);
        return new SprintListing(
            state.Number,
            report.State,
            ModeWord.Of(state.Start.Mode),
            UtcText.Write(state.Start.At),
            report.Ticks,
            report.Personas.Count,
            report.Landed.Count,
            report.Skipped.Count,
            report.Branch);
    }
}
