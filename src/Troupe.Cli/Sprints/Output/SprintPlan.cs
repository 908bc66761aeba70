using Troupe.Core;
using Troupe.Mail;
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
    SprintPlan.PlanLimits Limits,
    IReadOnlyList<SprintPlan.PlanReservation> Reservations)
{
    /// <param name="held">What is reserved now: whoever would run may want to know.</param>
    public static SprintPlan Of(SprintStarted plan, IReadOnlyList<Reservation> held) => new(
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
        new PlanLimits(plan.Limits.MaxAttempts, plan.Limits.MaxRuns, plan.Limits.MaxParallel, plan.Limits.SessionTimeoutSeconds),
        [.. held.Select(one => new PlanReservation(one.Persona.Value, one.Pattern.Text, UtcText.Write(one.Until), one.Reason))]);

    internal sealed record PlanReservation(string Persona, string Path, string Until, string? Reason);

    internal sealed record PlanLimits(int MaxAttempts, int MaxRuns, int MaxParallel, int SessionTimeoutSeconds);
}
