using System.Runtime.CompilerServices;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Sprints;

namespace Troupe.Analytics;

/// <summary>The sprint log as rows, folded by the room of sprints itself. Records that make no sense are passed over, like a gap.</summary>
internal sealed class SprintHistory(TeamHome home, TimeProvider time)
{
    private readonly FileEventLog _log = new(home.SprintsFolder, time);
    private readonly SortedDictionary<int, SprintState> _sprints = [];
    private readonly Dictionary<SessionId, SessionRow> _sessions = [];
    private readonly Dictionary<(SessionId Session, string? Patch), PatchRow> _patches = [];
    private readonly List<ConflictRow> _conflicts = [];
    private readonly List<string> _unread = [];

    public IReadOnlyList<LogDamage> Damage => _log.Damage;

    /// <summary>What was passed over: one sentence each, for people.</summary>
    public IReadOnlyList<string> Unread => _unread;

    public IEnumerable<SprintRow> Sprints => _sprints.Values.Select(state => new SprintRow(state, SprintReport.Of(state, time.GetUtcNow())));

    public IEnumerable<SessionRow> Sessions => _sessions.Values;

    public IEnumerable<PatchRow> Patches => _patches.Values;

    public IEnumerable<ConflictRow> Conflicts => _conflicts;

    /// <summary>Every record, taken into the rows above as it passes.</summary>
    public async IAsyncEnumerable<LogRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in _log.ReadAsync(Position.Start, cancellationToken))
        {
            if (SprintEventKinds.IsKnown(record.Kind))
            {
                Take(record);
            }

            yield return record;
        }
    }

    private void Take(LogRecord record)
    {
        try
        {
            var happened = SprintEventRecord.FromRecord(record);
            if (Evolve(happened))
            {
                TakeRows(happened);
            }
        }
        catch (Exception senseless)
        {
            // As in a sprint itself: what somebody else wrote may have the form of an event and still be one that no state can take in.
            _unread.Add($"unreadable record at {record.Position} of the sprint log: {(senseless.InnerException ?? senseless).Message}");
        }
    }

    /// <returns>Whether the sprint is known: what is left of one whose beginning is lost is not told.</returns>
    private bool Evolve(SprintEvent happened)
    {
        if (_sprints.TryGetValue(happened.Sprint, out var state))
        {
            _sprints[happened.Sprint] = SprintEvolution.Evolve(state, happened);
            return true;
        }

        if (happened is SprintStarted start)
        {
            _sprints.Add(happened.Sprint, SprintEvolution.Begin(start));
            return true;
        }

        _unread.Add($"the start of sprint {happened.Sprint} is lost: '{SprintEventKinds.Of(happened)}' was passed over");
        return false;
    }

    private void TakeRows(SprintEvent happened)
    {
        if (SessionRow.SessionOf(happened) is { } session)
        {
            _sessions[session] = (_sessions.GetValueOrDefault(session) ?? new SessionRow(session, happened.Sprint)).After(happened);
        }

        if (PatchRow.PatchOf(happened) is { } key)
        {
            _patches[key] = (_patches.GetValueOrDefault(key) ?? new PatchRow(key.Session, happened.Sprint, key.Patch)).After(happened);
        }

        if (happened is WeaveDropped dropped)
        {
            var undecided = _patches.Where(patch => patch.Value is { Outcome: null } row && row.Sprint == dropped.Sprint
                && dropped.Patches.Any(id => id.ToString() == row.Patch)).ToList();
            undecided.ForEach(patch => _patches[patch.Key] = patch.Value.After(dropped));
        }

        if (happened is PatchConflicted conflict && !_conflicts.Exists(known => known.Conflict.Weave == conflict.Weave
            && known.Conflict.Session == conflict.Session && known.Conflict.Patch == conflict.Patch))
        {
            _conflicts.Add(new ConflictRow(conflict));
        }
    }
}
