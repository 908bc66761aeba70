using System.CommandLine;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary><c>inbox</c>: what lies in a mailbox, read and unread; options narrow it.</summary>
internal static class InboxCommand
{
    public static Command Build(MailDesk desk)
    {
        var unread = new Option<bool>("--unread") { Description = "Only what is unread" };
        var tag = new Option<string?>("--tag") { Description = "Only what has this tag", HelpName = "TAG" };
        var from = new Option<string?>("--from") { Description = "Only what this persona sent", HelpName = "ID" };
        var archived = new Option<bool>("--archived") { Description = "The archive instead" };
        var trashed = new Option<bool>("--trashed") { Description = "The trash instead" };
        var superseded = new Option<bool>("--superseded") { Description = "What newer messages replaced instead" };
        var overdue = new Option<bool>("--overdue") { Description = "Only what you should have acknowledged by now ([mail] ack_due), archived or not" };
        var limit = ListLimit.Option();
        var command = new ExampleCommand(
            "inbox", "List messages, oldest first.", "jules-mail inbox --unread", "jules-mail inbox --persona curator --from weaver --limit 20 --json") { unread, tag, from, archived, trashed, superseded, overdue, limit };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var filter = new MailboxFilter
            {
                OnlyUnread = arguments.GetValue(unread),
                Tag = arguments.GetValue(tag),
                From = arguments.GetValue(from) is { } sender ? desk.Office.Addresses.Require(Address.Parse(sender).Name) : null,
                Archived = arguments.GetValue(archived),
                Trashed = arguments.GetValue(trashed),
            };
            var mailboxes = await desk.FoldAsync(persona, cancellationToken);
            var (box, most) = (mailboxes.Of(persona), ListLimit.Of(arguments, limit));
            var due = arguments.GetValue(overdue) ? desk.AckDue : (AckDue?)null;
            var list = due is { } time ? box.Newest(entry => time.IsOverdue(entry) && filter.Fits(entry), most)
                : arguments.GetValue(superseded) ? box.Newest(entry => entry.SupersededBy is not null && filter.Fits(entry), most)
                : box.Newest(filter, most);
            Report(desk, persona, list, mailboxes, (filter.From, due is not null), desk.WantsJson(arguments));
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Report(
        MailDesk desk, PersonaId persona, MailboxList list, Mailboxes mailboxes, (PersonaId? From, bool Overdue) wanted, bool json)
    {
        if (json)
        {
            desk.Terminal.Json(
                new MessagesOutput(
                    persona.Value, [.. list.Entries.Select(entry => MessageOutput.Of(entry) with { Overdue = wanted.Overdue ? true : null })],
                    desk.DamagedPlaces, ListLimit.Omitted(list.Older)),
                MailOutputJson.Default.MessagesOutput);
        }
        else if (list.Entries.Count == 0)
        {
            desk.Terminal.Say((wanted.Overdue ? "no overdue messages" : "no messages") + (wanted.From is { } from ? $" from {from}" : "") + $" for {persona}");
        }
        else
        {
            desk.Terminal.Data(MessageList.Render(list.Entries, mailboxes));
            desk.Terminal.Say($"{persona}: {Plural.Of(list.Entries.Count, "message")}, {list.Entries.Count(entry => entry.IsUnread)} unread");
            ListLimit.Say(desk.Terminal, list.Older, list.Entries.Count);
        }
    }
}
