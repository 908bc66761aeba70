using System.CommandLine;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary><c>tag add|rm ID TAG…</c> and <c>tag ls ID</c>.</summary>
internal static class TagCommand
{
    public static Command Build(MailDesk desk) => new("tag", "Tags of a message, each mailbox has its own.")
    {
        Change(desk, "add", "Add tags.", MailMark.Tagged, "tagged"),
        Change(desk, "rm", "Remove tags.", MailMark.Untagged, "untagged"),
        List(desk),
    };

    private static Command Change(MailDesk desk, string name, string description, MailMark mark, string done)
    {
        var message = MessageArguments.One();
        var tags = new Argument<string[]>("TAG") { Description = "Letters, digits and ._:/-", Arity = ArgumentArity.OneOrMore };
        var command = new ExampleCommand(name, description, $"jules-mail tag {name} 8c2e4b perf api/v2") { message, tags };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var entry = MessageLookup.RequireReceived(persona, await desk.FoldAsync(cancellationToken), arguments.GetValue(message)!);
            var marks = arguments.GetValue(tags)!
                .Select(DraftRules.RequireTag)
                .Select(tag => mark is MailMark.Tagged ? SecretRule.RefuseTag(tag) : tag)
                .Select(tag => new MailEvent.Marked(mark, entry.Message.Id, persona, Tag: tag))
                .ToList();
            var effective = marks.Where(one => MailboxChange.Matters(entry, one)).ToList();
            await desk.Office.MarkAsync(persona, effective, cancellationToken);
            Report(desk, effective.Aggregate(entry, MailboxChange.Apply), done, arguments);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command List(MailDesk desk)
    {
        var message = MessageArguments.One();
        var command = new ExampleCommand("ls", "List the tags.", "jules-mail tag ls 8c2e4b") { message };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var mailboxes = await desk.FoldAsync(cancellationToken);
            Report(desk, MessageLookup.RequireReceived(desk.Persona(arguments), mailboxes, arguments.GetValue(message)!), done: null, arguments);
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Report(MailDesk desk, MailboxEntry entry, string? done, ParseResult arguments)
    {
        if (desk.WantsJson(arguments))
        {
            desk.Terminal.Json(new TagOutput(entry.Message.Id.ToString(), [.. entry.Tags]), MailOutputJson.Default.TagOutput);
        }
        else if (done is not null)
        {
            desk.Terminal.Say($"{entry.Message.Id}: {done}");
        }
        else
        {
            entry.Tags.ToList().ForEach(desk.Terminal.Data);
        }
    }
}
