using Troupe.Personas;

namespace Troupe.Cli.Personas;

/// <summary>A persona in <c>--json</c>; the keys are those of the front matter.</summary>
internal sealed record PersonaOutput
{
    public required string Id { get; init; }

    public required string Emoji { get; init; }

    public required string Description { get; init; }

    public required string Kind { get; init; }

    public required bool Scheduled { get; init; }

    public required string? Schedule { get; init; }

    public required string? Agent { get; init; }

    public required string? Model { get; init; }

    public required IReadOnlyList<string> Scope { get; init; }

    public required IReadOnlyList<string> After { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    public required bool Critical { get; init; }

    public required string PlanApproval { get; init; }

    public required string Automation { get; init; }

    public required int Priority { get; init; }

    public required string? HiredBy { get; init; }

    public required string File { get; init; }

    public static PersonaOutput Of(Persona persona) => new()
    {
        Id = persona.Id.Value,
        Emoji = persona.Emoji,
        Description = persona.Description,
        Kind = persona.Kind == PersonaKind.Ai ? "ai" : "human",
        Scheduled = persona.IsScheduled,
        Schedule = persona.Schedule,
        Agent = persona.Agent,
        Model = persona.Model,
        Scope = persona.Scope,
        After = [.. persona.After.Select(id => id.Value)],
        Groups = persona.Groups,
        Critical = persona.IsCritical,
        PlanApproval = persona.PlanApproval == Troupe.Personas.PlanApproval.Auto ? "auto" : "lead",
        Automation = persona.Automation == Troupe.Personas.Automation.AutoPr ? "auto_pr" : "manual",
        Priority = persona.Priority,
        HiredBy = persona.HiredBy,
        File = persona.File,
    };
}
