using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A budget is used up: nothing that it pays for starts any more.</summary>
public sealed record BudgetReached : SprintEvent
{
    /// <summary>What is counted: <c>sessions</c>, <c>tokens</c>, <c>money</c>, <c>wall</c>.</summary>
    public required string Budget { get; init; }

    /// <summary>Null: the whole sprint's.</summary>
    public PersonaId? Persona { get; init; }

    public required double Limit { get; init; }

    public required double Used { get; init; }
}
