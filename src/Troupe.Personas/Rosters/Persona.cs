using Troupe.Core;

namespace Troupe.Personas;

/// <summary>One role: its front matter and what it is told.</summary>
public sealed record Persona
{
    public required PersonaId Id { get; init; }

    /// <summary>Empty where none is given.</summary>
    public required string Emoji { get; init; }

    /// <summary>One line for tables and for the other personas' prompts.</summary>
    public required string Description { get; init; }

    public required PersonaKind Kind { get; init; }

    /// <summary>Whether sprints run it; else it runs only when somebody asks for it.</summary>
    public required bool IsScheduled { get; init; }

    /// <summary>Five cron fields; null: it has no time of its own.</summary>
    public required string? Schedule { get; init; }

    /// <summary>The agent that runs it; null: the default of the settings.</summary>
    public required string? Agent { get; init; }

    public required string? Model { get; init; }

    /// <summary>Patterns of the paths where it usually works.</summary>
    public required IReadOnlyList<string> Scope { get; init; }

    /// <summary>Personas whose landing it wants to start from.</summary>
    public required IReadOnlyList<PersonaId> After { get; init; }

    /// <summary>The mail groups that it is in, besides <c>all</c>.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Whether a sprint pauses, instead of going on without it, when its attempts are used up.</summary>
    public required bool IsCritical { get; init; }

    public required PlanApproval PlanApproval { get; init; }

    public required Automation Automation { get; init; }

    /// <summary>Higher goes first where not all can go at once.</summary>
    public required int Priority { get; init; }

    public required string? HiredBy { get; init; }

    /// <summary>What follows the front matter, unrendered.</summary>
    public required string Body { get; init; }

    /// <summary>The prompt file as messages name it.</summary>
    public required string File { get; init; }

    /// <summary>The line of the file on which <see cref="Body"/> begins, counted from 1.</summary>
    public required int BodyLine { get; init; }

    /// <summary>Emoji and id, or the id alone.</summary>
    public string Title => Emoji.Length == 0 ? Id.Value : $"{Emoji} {Id}";
}
