using System.Collections.Immutable;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>
/// The sprint log as sprints, read once and then followed: what happened in each, and the one way to add to it.
/// Not for several threads at once.
/// </summary>
public sealed class SprintLedger(IEventLog log)
{
    private const string Actor = "engine";
    private readonly SprintFold _fold = new();
    private Position _read = Position.Start;

    /// <summary>All sprints by number, as of the last <see cref="RefreshAsync"/>.</summary>
    public ImmutableSortedDictionary<int, SprintState> Sprints => _fold.Sprints;

    /// <summary>The highest number that a sprint had, of those whose start is lost too; 0: there was none.</summary>
    public int Last => _fold.Last;

    /// <summary>What is missing in the log as far as it was read, or was not understood: one sentence each, for people.</summary>
    public IReadOnlyList<string> Losses =>
        [.. log.Damage.Where(damage => damage.LostRecords).Select(damage => damage.ToString()), .. _fold.Losses];

    public SprintState? Latest => _fold.Latest;

    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: there is no such sprint.</exception>
    public SprintState Require(int sprint) => Sprints.TryGetValue(sprint, out var state)
        ? state
        : throw new TroupeException(
            ErrorCode.NotFound,
            Sprints.IsEmpty
                ? "No sprint has been run yet: start one with 'troupe sprint run'."
                : $"There is no sprint {sprint}: see 'troupe sprint list' ({Sprints.Keys.First()} to {Sprints.Keys.Last()}).");

    /// <summary>Takes in what is new in the log and gives it, in order. What cannot be understood is one of the <see cref="Losses"/>.</summary>
    /// <exception cref="TroupeException">The log cannot be read.</exception>
    public async Task<IReadOnlyList<SprintEvent>> RefreshAsync(CancellationToken cancellationToken)
    {
        List<SprintEvent> news = [];
        await foreach (var record in log.ReadAsync(_read, cancellationToken))
        {
            if (_fold.Take(record) is { } happened)
            {
                news.Add(happened);
            }

            _read = record.Next;
        }

        return news;
    }

    /// <summary>
    /// Records the events, durably and in order. Gives them together with what others had recorded in the meantime,
    /// which comes first. An event that the log already holds is not recorded again: it has happened once, where it stands,
    /// and is given only if this ledger had not read so far. Its place may lie before or after what was read, so it is read
    /// again from the log rather than believed to be the last thing that happened.
    /// </summary>
    public async Task<IReadOnlyList<SprintEvent>> AppendAsync(IReadOnlyList<SprintEvent> events, CancellationToken cancellationToken)
    {
        List<NewRecord> records = [.. events.Select(happened => SprintEventRecord.ToRecord(happened, Actor))];
        List<SprintEvent> news = [];
        while (true)
        {
            if (await log.AppendAsync(records, _read, cancellationToken) is AppendResult.Appended appended)
            {
                if (appended.Records.Any(record => record.Duplicate))
                {
                    return [.. news, .. await RefreshAsync(cancellationToken)];
                }

                _read = appended.End;
                events.ToList().ForEach(_fold.Take);
                return [.. news, .. events];
            }

            news.AddRange(await RefreshAsync(cancellationToken));
        }
    }
}
