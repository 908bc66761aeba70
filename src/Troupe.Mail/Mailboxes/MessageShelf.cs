using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Messages by their numbers: those that were just decoded are still here, the others are read from the log where their
/// records stand.
/// </summary>
/// <param name="log">Null: all messages were put here.</param>
/// <param name="room">How many it keeps.</param>
internal sealed class MessageShelf(IEventLog? log, int room)
{
    private readonly Dictionary<uint, Message> _messages = [];
    private readonly Dictionary<RecordId, uint> _taken = [];

    public void Put(uint number, Message message)
    {
        if (_messages.Count < room)
        {
            _messages[number] = message;
        }
    }

    /// <exception cref="CheckpointMisfitException">A record is not what its row says.</exception>
    public IReadOnlyList<Message> Take(MailLayers layers, IReadOnlyList<uint> numbers)
    {
        var found = new Message?[numbers.Count];
        _taken.EnsureCapacity(numbers.Count);
        var missing = new List<(int Index, MessageRow Row)>(numbers.Count);
        for (var index = 0; index < found.Length; index++)
        {
            if (!_messages.TryGetValue(numbers[index], out found[index]))
            {
                missing.Add((index, layers.Message(numbers[index])));
            }
        }

        if (missing.Count > 0)
        {
            var records = Read([.. missing.Select(one => one.Row.Place)]);
            for (var at = 0; at < missing.Count; at++)
            {
                found[missing[at].Index] = Decode(records[at], missing[at].Row);
            }
        }

        for (var index = 0; index < found.Length; index++)
        {
            _taken[found[index]!.Id] = numbers[index];
        }

        return found!;
    }

    /// <summary>The number of a message that was taken from here; null for others.</summary>
    public uint? NumberOf(RecordId taken) => _taken.TryGetValue(taken, out var number) ? number : null;

    /// <summary>Whoever asks a mailbox waits for its answer: a log of files reads before it returns.</summary>
    public IReadOnlyList<LogRecord?> Read(IReadOnlyList<Position> places)
    {
        var reading = (log ?? throw new InvalidOperationException("A message is missing from mailboxes without a log.")).ReadAtAsync(places, CancellationToken.None);
        return reading.IsCompletedSuccessfully ? reading.Result : reading.AsTask().GetAwaiter().GetResult();
    }

    private static Message Decode(LogRecord? record, MessageRow row)
    {
        try
        {
            return record?.Id == row.Id && MailEventCodec.Decode(record) is MailEvent.Sent sent
                ? sent.Message
                : throw new CheckpointMisfitException($"No message {row.Id} begins at {row.Place}.");
        }
        catch (FormatException nonsense)
        {
            throw new CheckpointMisfitException(nonsense.Message);
        }
    }
}
