using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The shortest ends of message ids, of at least six characters, that stand for one message only.</summary>
public sealed class ShortIds
{
    private readonly ILookup<string, RecordId> _byShortest;

    public ShortIds(IEnumerable<Message> messages) =>
        _byShortest = messages.ToLookup(message => message.Id.Suffix(RecordId.ShortestSuffix), message => message.Id);

    public string Of(Message message)
    {
        var length = RecordId.ShortestSuffix;
        var alike = _byShortest[message.Id.Suffix(length)].Where(id => id != message.Id).ToList();
        while (alike.Exists(id => id.Suffix(length) == message.Id.Suffix(length)))
        {
            length++;
        }

        return message.Id.Suffix(length);
    }
}
