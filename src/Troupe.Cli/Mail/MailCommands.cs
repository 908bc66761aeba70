using System.CommandLine;
using Troupe.Cli.Shell;

namespace Troupe.Cli.Mail;

/// <summary>The mail command line: <c>jules-mail VERB</c> and <c>troupe mail VERB</c> are the same.</summary>
internal static class MailCommands
{
    public const string Name = "mail";
    private const string Description = "Messages between personas, the Weaver and the lead.";

    private static readonly (string Verb, Func<MailDesk, Command> Build)[] Verbs =
    [
        ("send", SendCommand.Build),
        ("inbox", InboxCommand.Build),
        ("read", ReadCommand.BuildRead),
        ("peek", ReadCommand.BuildPeek),
        ("reply", ReplyCommand.Build),
        ("mark-read", desk => MarkCommand.Build(desk, MarkVerb.MarkRead)),
        ("mark-unread", desk => MarkCommand.Build(desk, MarkVerb.MarkUnread)),
        ("ack", desk => MarkCommand.Build(desk, MarkVerb.Ack)),
        ("archive", desk => MarkCommand.Build(desk, MarkVerb.Archive)),
        ("unarchive", desk => MarkCommand.Build(desk, MarkVerb.Unarchive)),
        ("trash", desk => MarkCommand.Build(desk, MarkVerb.Trash)),
        ("restore", desk => MarkCommand.Build(desk, MarkVerb.Restore)),
        ("tag", TagCommand.Build),
        ("thread", ThreadCommand.Build),
        ("sent", SentCommand.Build),
        ("check", CheckCommand.Build),
    ];

    /// <summary>The whole of <c>troupe mail</c>.</summary>
    public static Command Build(CliContext context) => Fill(new Command(Name, Description), context, verb: null);

    /// <summary>
    /// The program under the name <c>jules-mail</c>. A verb builds only its own command: all of them would cost a millisecond,
    /// and these programs are run by the hundred.
    /// </summary>
    public static RootCommand BuildRoot(CliContext context, string? verb) =>
        (RootCommand)Fill(new RootCommand(Description), context, verb);

    /// <summary><c>troupe mail VERB</c>, and nothing else of troupe.</summary>
    public static RootCommand BuildUnderTroupe(CliContext context, string? verb) =>
        new(Description) { Fill(new Command(Name, Description), context, verb) };

    private static Command Fill(Command parent, CliContext context, string? verb)
    {
        var desk = new MailDesk(context);
        parent.Options.Add(desk.PersonaOption);
        parent.Options.Add(desk.JsonOption);
        var known = Array.FindIndex(Verbs, entry => entry.Verb == verb);
        foreach (var (_, build) in known < 0 ? Verbs.AsSpan() : Verbs.AsSpan(known, 1))
        {
            parent.Subcommands.Add(build(desk));
        }

        return parent;
    }
}
