namespace Troupe.Sprints;

/// <summary>
/// Something to do next. Whoever performs it records <see cref="Intent"/> first, then acts, then records the outcome;
/// an action must be harmless when it is repeated under the same key, for after a crash it is decided again.
/// A closed set.
/// </summary>
public abstract record SprintCommand
{
    private protected SprintCommand()
    {
    }

    /// <summary>The same for the same thing to do, in every process and after every crash.</summary>
    public required string Key { get; init; }

    /// <summary>One of <see cref="CommandNames"/>; the name under which a failure is recorded.</summary>
    public abstract string Name { get; }

    /// <summary>The events to record before acting; none where they were recorded before a crash.</summary>
    public IReadOnlyList<SprintEvent> Intent { get; init; } = [];
}
