using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary><c>schedule tick --json</c>.</summary>
/// <param name="Events">How many events this step recorded; 0: there was nothing to do.</param>
/// <param name="Next">With <c>--dry-run</c>: the commands that would be performed now, by their keys.</param>
internal sealed record TickOutput(
    int SchemaVersion, int Sprint, int Tick, string Mode, string State, int Events, IReadOnlyList<string> Next)
{
    public static TickOutput Of(SprintState state, int events, IReadOnlyList<string> next) => new(
        1,
        state.Number,
        state.Tick.Number,
        ModeWord.Of(state.Mode),
        SprintReport.Of(state, state.Start.At).State,
        events,
        next);

    /// <summary>A sprint that would begin.</summary>
    public static TickOutput OfPlan(SprintStarted plan) => new(
        1, plan.Sprint, 0, ModeWord.Of(plan.Mode), "planned", 0, [.. plan.Personas.Select(persona => $"start_session:{persona}")]);

}
