using System.Runtime.InteropServices;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The shortest ends of message ids, of at least six characters, that stand for one message only.</summary>
public sealed class ShortIds
{
    private readonly IReadOnlyList<Message> _messages;
    private readonly Dictionary<int, int> _sharers;

    public ShortIds(IReadOnlyList<Message> messages)
    {
        _messages = messages;
        _sharers = new Dictionary<int, int>(messages.Count);
        foreach (var message in messages)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_sharers, End(message.Id), out _)++;
        }
    }

    public string Of(Message message)
    {
        var length = RecordId.ShortestSuffix;
        if (_sharers[End(message.Id)] == 1)
        {
            return message.Id.Suffix(length);
        }

        var alike = _messages.Select(other => other.Id).Where(id => id != message.Id && End(id) == End(message.Id)).ToList();
        while (alike.Exists(id => id.Suffix(length) == message.Id.Suffix(length)))
        {
            length++;
        }

        return message.Id.Suffix(length);
    }

    /// <summary>The last six hex digits as a number: three bytes are cheaper to compare than texts.</summary>
    private static int End(RecordId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes);
        return (bytes[13] << 16) | (bytes[14] << 8) | bytes[15];
    }
}
