using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary><c>sprint plan --json</c>.</summary>
internal sealed record SprintPlan(
    int SchemaVersion, int Sprint, string Mode, string Reason, string Base, string Target, string Branch, IReadOnlyList<string> Personas)
{
    public static SprintPlan Of(SprintStarted plan) => new(
        1,
        plan.Sprint,
        plan.Mode == SprintMode.Parallel ? "parallel" : "sequential",
        plan.Reason,
        plan.Base.Value,
        plan.Target,
        plan.Branch,
        [.. plan.Personas.Select(persona => persona.Value)]);
}
