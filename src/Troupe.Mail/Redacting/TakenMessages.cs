using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// The messages whose texts and attachments records say to be taken away: by their names, or for their age. Whoever finds a blob missing
/// asks here whether that is as it should be. The log is read once, and then what it has gained.
/// </summary>
public sealed class TakenMessages(IEventLog log)
{
    private readonly HashSet<RecordId> _taken = [];
    private Position _next = Position.Start;

    public async Task<bool> ContainsAsync(RecordId message, CancellationToken cancellationToken) =>
        _taken.Contains(message) || (await AllAsync(cancellationToken)).Contains(message);

    public async Task<IReadOnlySet<RecordId>> AllAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in log.ReadAsync(_next, cancellationToken))
        {
            _taken.UnionWith(RedactedRecord.MessagesOf(record));
            _next = record.Next;
        }

        return _taken;
    }
}
