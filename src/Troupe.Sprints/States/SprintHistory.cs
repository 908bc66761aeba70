using System.Collections.Immutable;

namespace Troupe.Sprints;

/// <summary>Every sprint of a log, by number: the fold of the whole log. Immutable.</summary>
public sealed record SprintHistory
{
    public static SprintHistory Empty { get; } = new();

    public ImmutableSortedDictionary<int, SprintState> Sprints { get; init; } = ImmutableSortedDictionary<int, SprintState>.Empty;

    /// <summary>The latest sprint; null: there was none yet.</summary>
    public SprintState? Latest => Sprints.IsEmpty ? null : Sprints[Sprints.Keys.Last()];

    /// <summary>The sprint that goes on; null: none does.</summary>
    public SprintState? Current => Latest is { Ended: null } latest ? latest : null;

    /// <summary>The number of the next sprint to start.</summary>
    public int Next => Sprints.IsEmpty ? 1 : Sprints.Keys.Last() + 1;

    /// <summary>An event of a sprint whose start is not in the log is passed over: there is nothing that it could change.</summary>
    public SprintHistory After(SprintEvent happened) => (happened, Sprints.GetValueOrDefault(happened.Sprint)) switch
    {
        (SprintStarted start, null) => this with { Sprints = Sprints.Add(start.Sprint, SprintEvolution.Begin(start)) },
        (_, { } state) => this with { Sprints = Sprints.SetItem(state.Number, SprintEvolution.Evolve(state, happened)) },
        _ => this,
    };
}
