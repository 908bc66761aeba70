using System.Runtime.InteropServices;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The shortest ends of message ids, of at least six characters, that stand for one message only.</summary>
public sealed class ShortIds
{
    private readonly IReadOnlyList<RecordId> _ids;
    private readonly Dictionary<int, int> _sharers;

    /// <param name="ids">Those of all messages, see <see cref="Mailboxes.Ids"/>.</param>
    public ShortIds(IReadOnlyList<RecordId> ids)
    {
        _ids = ids;
        _sharers = new Dictionary<int, int>(ids.Count);
        foreach (var id in ids)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_sharers, End(id), out _)++;
        }
    }

    public string Of(Message message)
    {
        var length = RecordId.ShortestSuffix;
        if (_sharers[End(message.Id)] == 1)
        {
            return message.Id.Suffix(length);
        }

        var alike = _ids.Where(id => id != message.Id && End(id) == End(message.Id)).ToList();
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
