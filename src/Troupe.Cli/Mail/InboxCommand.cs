using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

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
        var limit = new Option<int?>("--limit", "-n") { Description = "At most this many, the newest ones", HelpName = "N" };
        var command = new ExampleCommand(
            "inbox", "List messages, oldest first.", "jules-mail inbox --unread", "jules-mail inbox --persona curator --from weaver --limit 20 --json") { unread, tag, from, archived, trashed, superseded, overdue, limit };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var filter = new InboxFilter
            {
                OnlyUnread = arguments.GetValue(unread),
                Tag = arguments.GetValue(tag),
                From = arguments.GetValue(from) is { } sender ? desk.Office.Addresses.Require(Address.Parse(sender).Name) : null,
                Archived = arguments.GetValue(archived),
                Trashed = arguments.GetValue(trashed),
                Superseded = arguments.GetValue(superseded),
                Overdue = arguments.GetValue(overdue) ? desk.AckDue : null,
                Limit = arguments.GetValue(limit) is { } most ? RequirePositive(most) : int.MaxValue,
            };
            var mailboxes = await desk.FoldAsync(persona, cancellationToken);
            Report(desk, persona, filter.Apply(mailboxes.Of(persona)), mailboxes, filter, desk.WantsJson(arguments));
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Report(MailDesk desk, PersonaId persona, IReadOnlyList<MailboxEntry> entries, Mailboxes mailboxes, InboxFilter filter, bool json)
    {
        if (json)
        {
            desk.Terminal.Json(
                new MessagesOutput(persona.Value, [.. entries.Select(entry => MessageOutput.Of(entry) with { Overdue = filter.Overdue is null ? null : true })], desk.DamagedPlaces), MailOutputJson.Default.MessagesOutput);
        }
        else if (entries.Count == 0)
        {
            desk.Terminal.Say((filter.Overdue is null ? "no messages" : "no overdue messages") + (filter.From is { } from ? $" from {from}" : "") + $" for {persona}");
        }
        else
        {
            desk.Terminal.Data(MessageList.Render(entries, mailboxes));
            desk.Terminal.Say($"{persona}: {entries.Count} {(entries.Count == 1 ? "message" : "messages")}, {entries.Count(entry => entry.IsUnread)} unread");
        }
    }

    private static int RequirePositive(int limit) => limit > 0
        ? limit
        : throw new TroupeException(ErrorCode.InvalidArgument, $"--limit {limit} shows nothing: give a number from 1 on.");
}
