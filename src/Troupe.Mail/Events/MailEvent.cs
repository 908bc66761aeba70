using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Something that happened to mail. Closed: a message was sent, or a message in one mailbox was marked.</summary>
public abstract record MailEvent
{
    private MailEvent()
    {
    }

    public sealed record Sent(Message Message) : MailEvent;

    /// <param name="Mark">What was done.</param>
    /// <param name="Message">To which message.</param>
    /// <param name="Persona">In whose mailbox.</param>
    /// <param name="Session">The session that did it or for which the engine did it; null for a person or an unattested client.</param>
    /// <param name="Tag">Only with <see cref="MailMark.Tagged"/> and <see cref="MailMark.Untagged"/>.</param>
    public sealed record Marked(MailMark Mark, RecordId Message, PersonaId Persona, SessionId? Session = null, string? Tag = null)
        : MailEvent;
}
