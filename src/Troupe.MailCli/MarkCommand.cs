using System.CommandLine;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

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
            var outgoing = desk.Outgoing(arguments);
            var written = await outgoing.MarkAsync(verb.Mark, references, () => MarkAsync(desk, verb, references, arguments, cancellationToken), cancellationToken);
            if (written is Written<int>.ToOutbox left)
            {
                OutboxFallback.Say(desk, left, outgoing.Claimed);
                Report(desk, new MarkOutput(desk.ClaimedPersona(arguments).Value, references, [], left.File), verb.Done, arguments);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>Records the marks that change something and says what is so now.</summary>
    /// <returns>How many those were.</returns>
    private static async Task<int> MarkAsync(
        MailDesk desk, MarkVerb verb, IReadOnlyList<string> references, ParseResult arguments, CancellationToken cancellationToken)
    {
        var (persona, mailboxes) = (desk.Persona(arguments), await desk.FoldAsync(cancellationToken));
        var marks = references.Select(reference => MessageLookup.RequireReceived(persona, mailboxes, reference)).Distinct()
            .Select(entry => (Entry: entry, Mark: new MailEvent.Marked(verb.Mark, entry.Message.Id, persona)))
            .ToLookup(pair => MailboxChange.Matters(pair.Entry, pair.Mark));
        await desk.Office.MarkAsync(persona, marks[true].Select(pair => pair.Mark), cancellationToken);
        Report(desk, new MarkOutput(persona.Value, Ids(marks[true]), Ids(marks[false]), Outbox: null), verb.Done, arguments);
        return marks[true].Count();
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
