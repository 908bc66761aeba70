using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary>A message with its text, and its place in the reader's mailbox unless he only sent it.</summary>
internal sealed record ShownMessage(Message Message, MailboxEntry? Entry, string Body)
{
    public MessageOutput ToOutput() => Entry is null ? MessageOutput.Of(Message, unread: false, Body) : MessageOutput.Of(Entry, Body);
}
