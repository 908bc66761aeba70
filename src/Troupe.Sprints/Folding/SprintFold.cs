using System.Collections.Immutable;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Sprints;

/// <summary>
/// All sprints: the fold of the sprint log. Deterministic, and lenient where records are concerned: what somebody else wrote may have the
/// form of an event and still be one that no state can take in; it is passed over and told of, like a gap. Not thread-safe.
/// </summary>
public sealed class SprintFold
{
    private readonly SortedSet<int> _headless = [];
    private readonly UnreadRecords _unread = new();

    /// <summary>All sprints by number, but for those whose start is lost.</summary>
    public ImmutableSortedDictionary<int, SprintState> Sprints { get; private set; } = ImmutableSortedDictionary<int, SprintState>.Empty;

    public SprintState? Latest => Sprints.IsEmpty ? null : Sprints[Sprints.Keys.Last()];

    /// <summary>The highest number that a sprint had, of those whose start is lost too; 0: there was none.</summary>
    public int Last => Math.Max(Latest?.Number ?? 0, _headless.DefaultIfEmpty().Max());

    /// <summary>What was not understood: one sentence each, for people.</summary>
    public IEnumerable<string> Losses =>
        _headless.Select(number => $"the start of sprint {number} is lost, and so that sprint is not shown and cannot be resumed").Concat(_unread.Sentences);

    /// <summary>Takes in the next record of the log.</summary>
    /// <returns>The event that it is; null: it was passed over.</returns>
    public SprintEvent? Take(LogRecord record)
    {
        if (!SprintEventKinds.IsKnown(record.Kind))
        {
            _unread.AddUnknown(record.Kind);
            return null;
        }

        try
        {
            var happened = SprintEventRecord.FromRecord(record);
            Take(happened);
            return happened;
        }
        catch (Exception senseless)
        {
            // State is changed only by what was taken in whole; events of this process are taken in without this leniency.
            _unread.AddSenseless(record, (senseless.InnerException ?? senseless).Message);
            return null;
        }
    }

    /// <summary>Takes in what has just happened.</summary>
    public void Take(SprintEvent happened)
    {
        if (Sprints.TryGetValue(happened.Sprint, out var state))
        {
            Sprints = Sprints.SetItem(happened.Sprint, SprintEvolution.Evolve(state, happened));
        }
        else if (happened is SprintStarted start)
        {
            Sprints = Sprints.Add(happened.Sprint, SprintEvolution.Begin(start));
        }
        else
        {
            // Only damage does this. What is known of the other sprints still holds.
            _headless.Add(happened.Sprint);
        }
    }
}
