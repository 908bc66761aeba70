using System.CommandLine;
using Troupe.Cli.Logs;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

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
        ("search", SearchCommand.Build),
        ("attachment", AttachmentCommand.Build),
        ("check", CheckCommand.Build),
        ("watch", WatchCommand.Build),
        (DeliverCommand.Name, DeliverCommand.Build),
        ("reserve", ReserveCommand.Build),
        ("release", ReleaseCommand.Build),
        ("reservations", ReservationsCommand.Build),
        ("export", ExportCommand.Build),
        ("import", ImportCommand.Build),
        ("fsck", desk => FsckCommand.Build(LogOf(desk), desk.Terminal)),
        ("repair", desk => RepairCommand.Build(LogOf(desk), desk.Terminal)),
        ("stats", desk => StatsCommand.Build(LogOf(desk), desk.Context)),
        ("redact", RedactCommand.Build),
        ("retention", RetentionCommand.Build),
    ];

    private static readonly string[] HelpWords = ["--help", "-h", "-?", "/h", "/?", "--version"];

    /// <summary>The whole of <c>troupe mail</c>.</summary>
    public static Command Build(CliContext context) => Fill(new Command(Name, Description), context, verb: null);

    /// <summary>
    /// The program under the name <c>jules-mail</c>. A verb builds only its own command: all of them would cost a millisecond,
    /// and these programs are run by the hundred.
    /// </summary>
    public static Command BuildRoot(CliContext context, string[] arguments)
    {
        var verb = arguments.FirstOrDefault();
        return Fill(IsPlain(verb, arguments) ? new Command(CalledName.Mail, Description) : HelpWithExamples.AddTo(new RootCommand(Description)), context, verb);
    }

    /// <summary><c>troupe mail VERB</c>, and nothing else of troupe.</summary>
    public static Command BuildUnderTroupe(CliContext context, string[] arguments)
    {
        var verb = arguments.ElementAtOrDefault(1);
        var root = IsPlain(verb, arguments) ? new Command(ThisProgram.Name, Description) : HelpWithExamples.AddTo(new RootCommand(Description));
        root.Subcommands.Add(Fill(new Command(Name, Description), context, verb));
        return root;
    }

    /// <summary>
    /// Whether nothing of what a root command adds (help, version, completion) can be meant: it looks for its texts in the
    /// program's resources, which takes longer than the rest of the parsing.
    /// </summary>
    private static bool IsPlain(string? verb, string[] arguments) =>
        IndexOf(verb) >= 0 && !arguments.AsSpan().ContainsAny(HelpWords);

    private static LogPlace LogOf(MailDesk desk) => new(
        CalledName.Mail, "mail", () => HomeOf(desk).MailFolder, desk.WantsJson)
    {
        CheckBesides = async (folder, cancellationToken) =>
        [
            .. await new MailBlobCheck(HomeOf(desk), desk.Context.Time).RunAsync(cancellationToken),
            .. await new CheckpointCheck(folder, new FileEventLog(folder, desk.Context.Time)).RunAsync(cancellationToken),
        ],
    };

    private static TeamHome HomeOf(MailDesk desk) => TeamHome.Find(desk.Context.WorkingDirectory, desk.Context.Environment);

    private static int IndexOf(string? verb) => Array.FindIndex(Verbs, entry => entry.Verb == verb);

    private static Command Fill(Command parent, CliContext context, string? verb)
    {
        var desk = new MailDesk(context);
        parent.Options.Add(desk.PersonaOption);
        parent.Options.Add(desk.JsonOption);
        var known = IndexOf(verb);
        foreach (var (_, build) in known < 0 ? Verbs.AsSpan() : Verbs.AsSpan(known, 1))
        {
            parent.Subcommands.Add(TidyingAction.Follow(build(desk), desk));
        }

        return parent;
    }
}
