namespace Troupe.EventLog;

/// <summary>Appends without a precondition, as most are.</summary>
public static class EventLogAppends
{
    public static async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(
        this IEventLog log, IReadOnlyList<NewRecord> batch, CancellationToken cancellationToken) =>
        ((AppendResult.Appended)await log.AppendAsync(batch, onlyIfEndIs: null, cancellationToken)).Records;

    public static async ValueTask<AppendOutcome> AppendAsync(
        this IEventLog log, NewRecord record, CancellationToken cancellationToken) =>
        (await log.AppendAsync([record], cancellationToken))[0];
}
