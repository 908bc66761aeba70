using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Tell the lead, by mail, something that needs a decision. Outcome: <see cref="HumanNotified"/>.</summary>
public sealed record NotifyHuman : SprintCommand
{
    public PersonaId? Persona { get; init; }

    public required string Subject { get; init; }

    /// <summary>What happened, in words; the engine adds the reports that belong to it.</summary>
    public required string Detail { get; init; }

    public override string Name => CommandNames.NotifyHuman;
}
