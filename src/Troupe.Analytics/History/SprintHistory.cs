using System.Runtime.CompilerServices;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Sprints;

namespace Troupe.Analytics;

/// <summary>The sprint log as rows, folded by the room of sprints itself.</summary>
internal sealed class SprintHistory(TeamHome home, TimeProvider time)
{
    private readonly FileEventLog _log = new(home.SprintsFolder, time);
    private readonly SprintFold _fold = new();
    private readonly Dictionary<SessionId, SessionRow> _sessions = [];
    private readonly PatchRows _patches = new();
    private readonly List<ConflictRow> _conflicts = [];
    private readonly HashSet<(int Weave, SessionId Session, string Patch)> _conflicted = [];

    public IReadOnlyList<LogDamage> Damage => _log.Damage;

    /// <summary>What was passed over: one sentence each, for people.</summary>
    public IEnumerable<string> Unread => _fold.Losses;

    public IEnumerable<SprintRow> Sprints => _fold.Sprints.Values.Select(state => new SprintRow(state, SprintReport.Of(state, time.GetUtcNow())));

    public IEnumerable<SessionRow> Sessions => _sessions.Values;

    public IEnumerable<PatchRow> Patches => _patches.All;

    public IEnumerable<ConflictRow> Conflicts => _conflicts;

    /// <summary>Every record, taken into the rows above as it passes.</summary>
    public async IAsyncEnumerable<LogRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in _log.ReadAsync(Position.Start, cancellationToken))
        {
            // What is left of a sprint whose beginning is lost is not told, and kinds of other features are events and nothing more.
            if (SprintEventKinds.IsKnown(record.Kind) && _fold.Take(record) is { } happened && _fold.Sprints.ContainsKey(happened.Sprint))
            {
                Take(happened);
            }

            yield return record;
        }
    }

    private void Take(SprintEvent happened)
    {
        if (SessionRow.SessionOf(happened) is { } session)
        {
            _sessions[session] = (_sessions.GetValueOrDefault(session) ?? new SessionRow(session, happened.Sprint)).After(happened);
        }

        _patches.Take(happened);
        if (happened is PatchConflicted conflict && _conflicted.Add((conflict.Weave, conflict.Session, conflict.Patch.ToString())))
        {
            _conflicts.Add(new ConflictRow(conflict));
        }
    }
}
