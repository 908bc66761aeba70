using System.CommandLine;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary><c>read ID…</c> shows whole messages and marks them as read; <c>peek ID…</c> only shows them.</summary>
internal static class ReadCommand
{
    public static Command BuildRead(MailDesk desk) => Build(desk, "read", "Show messages and mark them as read.", marks: true);

    public static Command BuildPeek(MailDesk desk) => Build(desk, "peek", "Show messages without marking them.", marks: false);

    private static Command Build(MailDesk desk, string name, string description, bool marks)
    {
        var references = MessageArguments.Several();
        var command = new ExampleCommand(name, description, $"jules-mail {name} 8c2e4b", $"jules-mail {name} 8c2e4b 1f6a8c --json") { references };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var mailboxes = await desk.FoldAsync(cancellationToken);
            var messages = arguments.GetValue(references)!
                .Select(reference => MessageLookup.RequireSeenBy(persona, mailboxes, reference))
                .Distinct()
                .ToList();
            var shown = await ShownMessage.LoadAsync(desk, persona, mailboxes, messages, cancellationToken);
            Report(desk, persona, shown, desk.WantsJson(arguments));
            return marks ? await MarkAsync(desk, persona, shown, desk.Outgoing(arguments), cancellationToken) : ExitCodes.Success;
        });
        return command;
    }

    private static void Report(MailDesk desk, PersonaId persona, IReadOnlyList<ShownMessage> shown, bool json)
    {
        if (json)
        {
            desk.Terminal.Json(new MessagesOutput(persona.Value, [.. shown.Select(one => one.ToOutput())], desk.DamagedPlaces), MailOutputJson.Default.MessagesOutput);
        }
        else
        {
            desk.Terminal.Data(MessageView.Render(shown));
        }
    }

    /// <summary>Marks after showing: what was never shown must not count as read. A log that cannot be written does not undo the reading.</summary>
    private static async Task<int> MarkAsync(
        MailDesk desk, PersonaId persona, IReadOnlyList<ShownMessage> shown, OutgoingMail outgoing, CancellationToken cancellationToken)
    {
        var unread = shown.Where(one => one.Entry is { IsRead: false }).Select(one => one.Message.Id).ToList();
        try
        {
            var written = await outgoing.MarkAsync(MailMark.Read, [.. unread.Select(id => id.ToString())], RecordAsync, cancellationToken);
            if (written is Written<int>.ToOutbox left)
            {
                OutboxFallback.Say(desk, left, outgoing.Claimed);
            }

            return ExitCodes.Success;
        }
        catch (TroupeException failure) when (failure.Code is ErrorCode.Storage)
        {
            desk.Terminal.Say($"shown, but not marked as read: {failure.Message}");
            return ExitCodes.Incomplete;
        }

        async Task<int> RecordAsync()
        {
            await desk.Office.MarkAsync(persona, unread.Select(id => new MailEvent.Marked(MailMark.Read, id, persona)), cancellationToken);
            return unread.Count;
        }
    }
}
