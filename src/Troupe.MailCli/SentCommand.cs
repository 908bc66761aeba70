using System.CommandLine;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary><c>sent</c>: what a persona sent; unread means that a recipient has not read it yet.</summary>
internal static class SentCommand
{
    public static Command Build(MailDesk desk)
    {
        var unacked = new Option<bool>("--unacked") { Description = "Only what somebody was asked to acknowledge and has not" };
        var overdue = new Option<bool>("--overdue") { Description = "Of that, only what is due by now ([mail] ack_due)" };
        var limit = ListLimit.Option();
        var command = new ExampleCommand("sent", "List the messages that you sent, oldest first.", "jules-mail sent --persona curator", "jules-mail sent --overdue --json") { unacked, overdue, limit };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var mailboxes = await desk.FoldAsync(cancellationToken);
            var due = arguments.GetValue(overdue) ? desk.AckDue : (AckDue?)null;
            var onlyUnacked = due is not null || arguments.GetValue(unacked);
            var most = ListLimit.Of(arguments, limit);
            var (messages, older) = onlyUnacked ? Unacked(persona, mailboxes, due, most) : mailboxes.SentBy(persona, most);
            if (desk.WantsJson(arguments))
            {
                desk.Terminal.Json(
                    new MessagesOutput(
                        persona.Value, [.. messages.Select(message => Output(message, mailboxes, due is not null))], desk.DamagedPlaces, ListLimit.Omitted(older)),
                    MailOutputJson.Default.MessagesOutput);
            }
            else if (messages.Count == 0)
            {
                desk.Terminal.Say(onlyUnacked ? $"nobody owes {persona} an acknowledgement" : $"{persona} has sent nothing");
            }
            else
            {
                desk.Terminal.Data(MessageList.RenderSent(
                    messages, mailboxes, message => onlyUnacked ? $"waiting for {string.Join(", ", UnackedBy(message, mailboxes))}" : $"→ {string.Join(", ", message.To)}"));
                ListLimit.Say(desk.Terminal, older, messages.Count);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static (IReadOnlyList<Message> Messages, int Older) Unacked(PersonaId persona, Mailboxes mailboxes, AckDue? due, int most)
    {
        var waiting = mailboxes.SentBy(persona, int.MaxValue).Messages
            .Where(message => UnackedBy(message, mailboxes).Count > 0 && (due is not { } time || time.IsPast(message)))
            .ToList();
        var older = Math.Max(0, waiting.Count - most);
        return (waiting[older..], older);
    }

    private static MessageOutput Output(Message message, Mailboxes mailboxes, bool overdue) =>
        MessageOutput.Of(message, MessageList.IsUnreadBySomebody(message, mailboxes)) with
        {
            Acked = MessageList.IsAckedByAll(message, mailboxes),
            UnackedBy = UnackedBy(message, mailboxes) is { Count: > 0 } waiting ? [.. waiting.Select(persona => persona.Value)] : null,
            Overdue = overdue ? true : null,
        };

    /// <summary>Who was asked to acknowledge it and has not, unless a newer message took its place.</summary>
    private static IReadOnlyList<PersonaId> UnackedBy(Message message, Mailboxes mailboxes) => message.AckRequired
        ? [.. message.Recipients.Where(recipient => mailboxes.Of(recipient).TryFind(message.Id, out var entry) && entry is { IsAcked: false, SupersededBy: null })]
        : [];
}
