using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary><c>sprint plan --json</c>.</summary>
internal sealed record SprintPlan(
    int SchemaVersion,
    int Sprint,
    string Mode,
    string Reason,
    string Base,
    string? BaseReason,
    string Target,
    string Land,
    string Branch,
    IReadOnlyList<string> Personas,
    SprintPlan.PlanLimits Limits)
{
    public static SprintPlan Of(SprintStarted plan) => new(
        1,
        plan.Sprint,
        ModeWord.Of(plan.Mode),
        plan.Reason,
        plan.Base.Value,
        plan.BaseReason,
        plan.Target,
        plan.Land == LandingPlace.Target ? "target" : "branch",
        plan.Branch,
        [.. plan.Personas.Select(persona => persona.Value)],
        new PlanLimits(plan.Limits.MaxAttempts, plan.Limits.MaxRuns, plan.Limits.MaxParallel, plan.Limits.SessionTimeoutSeconds));

    internal sealed record PlanLimits(int MaxAttempts, int MaxRuns, int MaxParallel, int SessionTimeoutSeconds);
}
