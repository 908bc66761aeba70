using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The shortest ends of message ids, of at least six characters, that stand for one message only among all of the log.</summary>
public sealed class ShortIds(Mailboxes mailboxes)
{
    public string Of(Message message) => mailboxes.Ask(view =>
        message.Id.Suffix(view.NumberOf(message.Id) is { } number ? view.Layers.SharedEnd(number) + 1 : RecordId.ShortestSuffix));
}
