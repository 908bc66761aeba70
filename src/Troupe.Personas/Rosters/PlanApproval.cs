namespace Troupe.Personas;

/// <summary>Who agrees to the plan of an agent that asks before it starts.</summary>
public enum PlanApproval
{
    /// <summary>Nobody: it may go on.</summary>
    Auto,

    /// <summary>The lead.</summary>
    Lead,
}
