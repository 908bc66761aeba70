using System.Runtime.CompilerServices;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>Counts what is read.</summary>
internal sealed class CountingLog(IEventLog log) : IEventLog
{
    public int Passes { get; private set; }

    public int Records { get; private set; }

    public IReadOnlyList<LogDamage> Damage => log.Damage;

    public ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<NewRecord> batch, Position? onlyIfEndIs, CancellationToken cancellationToken) =>
        log.AppendAsync(batch, onlyIfEndIs, cancellationToken);

    public async IAsyncEnumerable<LogRecord> ReadAsync(Position from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Passes++;
        await foreach (var record in log.ReadAsync(from, cancellationToken))
        {
            Records++;
            yield return record;
        }
    }

    public ValueTask<IReadOnlyList<LogRecord?>> ReadAtAsync(IReadOnlyList<Position> places, CancellationToken cancellationToken) =>
        log.ReadAtAsync(places, cancellationToken);

    public IAsyncEnumerable<LogRecord> FollowAsync(Position from, CancellationToken cancellationToken) => log.FollowAsync(from, cancellationToken);

    public ValueTask SyncAsync(Position upTo, CancellationToken cancellationToken) => log.SyncAsync(upTo, cancellationToken);
}
