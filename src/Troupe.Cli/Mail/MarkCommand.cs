using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary><c>mark-read ID…</c> and its like. All messages must exist before one of them is touched.</summary>
internal static class MarkCommand
{
    public static Command Build(MailDesk desk, MarkVerb verb)
    {
        var messages = MessageArguments.Several();
        var command = new ExampleCommand(verb.Name, verb.Description, $"jules-mail {verb.Name} 8c2e4b", $"jules-mail {verb.Name} 8c2e4b 1f6a8c --persona curator") { messages };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var references = arguments.GetValue(messages)!;
            try
            {
                var (persona, mailboxes) = (desk.Persona(arguments), await desk.FoldAsync(cancellationToken));
                var entries = references.Select(reference => MessageLookup.RequireReceived(persona, mailboxes, reference)).Distinct();
                return await RecordAsync(
                    desk, persona, entries, entry => new MailEvent.Marked(verb.Mark, entry.Message.Id, persona), verb.Done, arguments, cancellationToken);
            }
            catch (TroupeException failure) when (OutboxFallback.Applies(failure, desk, out var outbox) && verb.FitsOutbox)
            {
                var text = OutboxWriter.Write(new OutboxEntry.Marks(verb.Mark, references));
                var file = await OutboxFallback.LeaveAsync(desk, outbox, RecordId.New(desk.Context.Time), text, failure, cancellationToken);
                Report(desk, new MarkOutput(desk.ClaimedPersona(arguments).Value, references, [], file), verb.Done, arguments);
                return ExitCodes.Success;
            }
        });
        return command;
    }

    /// <summary>Records the marks that change something and says what is so now.</summary>
    public static async Task<int> RecordAsync(
        MailDesk desk, PersonaId persona, IEnumerable<MailboxEntry> entries, Func<MailboxEntry, MailEvent.Marked> mark, string done,
        ParseResult arguments, CancellationToken cancellationToken)
    {
        var marks = entries.Select(entry => (Entry: entry, Mark: mark(entry))).ToLookup(pair => MailboxChange.Matters(pair.Entry, pair.Mark));
        await desk.Office.MarkAsync(persona, marks[true].Select(pair => pair.Mark), cancellationToken);
        Report(desk, new MarkOutput(persona.Value, Ids(marks[true]), Ids(marks[false]), Outbox: null), done, arguments);
        return ExitCodes.Success;
    }

    private static void Report(MailDesk desk, MarkOutput output, string done, ParseResult arguments)
    {
        if (desk.WantsJson(arguments))
        {
            desk.Terminal.Json(output, MailOutputJson.Default.MarkOutput);
            return;
        }

        foreach (var id in output.Changed)
        {
            desk.Terminal.Say($"{id}: {done}");
        }

        foreach (var id in output.Unchanged)
        {
            desk.Terminal.Say($"{id}: {done} already");
        }
    }

    private static string[] Ids(IEnumerable<(MailboxEntry Entry, MailEvent.Marked Mark)> pairs) =>
        [.. pairs.Select(pair => pair.Entry.Message.Id.ToString())];
}
