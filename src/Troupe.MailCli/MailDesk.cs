using System.CommandLine;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary>What every mail command works with. Nothing is looked for before a command asks for it.</summary>
public sealed class MailDesk(CliContext context)
{
    private PostOffice? _office;
    private Mailboxes? _folded;

    public CliContext Context { get; } = context;

    public Terminal Terminal => Context.Terminal;

    public Option<string?> PersonaOption { get; } = new("--persona")
    {
        Description = "Whose mail. Default: $JULES_PERSONA, then the session's persona, then 'lead'",
        HelpName = "ID",
        Recursive = true,
    };

    public Option<bool> JsonOption { get; } = new("--json") { Description = "Data for programs (docs/specs/mail.md)", Recursive = true };

    public TeamHome Home => field ??= TeamHome.Find(Context.WorkingDirectory, Context.Environment);

    public PostOffice Office => _office ??= PostOffice.Open(Home, Context.Time);

    /// <summary>How long a program may work that is run for a persona.</summary>
    public TimeSpan SessionTimeout => Settings.Load(Home).Sprint.SessionTimeout;

    /// <summary>Null outside of a session.</summary>
    public OutboxFolder? Outbox => OutboxFolder.TryFind(Context.WorkingDirectory, Context.Environment);

    public bool WantsJson(ParseResult arguments) => arguments.GetValue(JsonOption);

    /// <summary>A path that the user named.</summary>
    public string PathOf(string named) => Path.GetFullPath(named, Context.WorkingDirectory);

    /// <summary>Who acts, and that there is such a persona.</summary>
    public PersonaId Persona(ParseResult arguments) => Office.Addresses.Require(ClaimedPersona(arguments));

    /// <summary>Who acts, where the team cannot be looked at.</summary>
    public PersonaId ClaimedPersona(ParseResult arguments) => Named(arguments) ?? Session?.Persona ?? PersonaId.Lead;

    /// <summary>To the log, or for a session that cannot write that, to its outbox.</summary>
    public OutgoingMail Outgoing(ParseResult arguments) => new(Outbox, Context.Time)
    {
        Claimed = Named(arguments) is { } named && named != Session?.Persona ? named : null,
    };

    private SessionId? Session => SessionId.TryParse(Context.Variable(OutboxFolder.SessionVariable), out var session) ? session : null;

    private PersonaId? Named(ParseResult arguments) =>
        (arguments.GetValue(PersonaOption) ?? Context.Variable("JULES_PERSONA") ?? Context.Variable("TROUPE_PERSONA")) is not { } named ? null
        : Address.Parse(named) is { IsGroup: false } address ? address.Name
        : throw NoGroup(named);

    /// <summary>When acknowledgements are due, as the team has set it.</summary>
    public AckDue AckDue => new(Office.Settings().AckDue, Context.Time.GetUtcNow());

    /// <summary>How many places of the log are damaged, as far as it was read; null for none.</summary>
    public int? DamagedPlaces => Damage.Count() is > 0 and var places ? places : null;

    private IEnumerable<LogDamage> Damage => Office.Damage.Where(damage => damage.LostRecords);

    /// <summary>The mailboxes as they are now; damage in the log is said, never passed over.</summary>
    public async Task<Mailboxes> FoldAsync(CancellationToken cancellationToken) => Report(await Office.FoldAsync(cancellationToken));

    /// <summary>One persona's mailbox as it is now; the rest of the team's mail is only counted.</summary>
    public async Task<Mailboxes> FoldAsync(PersonaId only, CancellationToken cancellationToken) =>
        Report(await Office.FoldAsync(only, cancellationToken));

    /// <summary>The message that somebody wants to answer, where one more answer is allowed.</summary>
    public async Task<Message> AnsweredAsync(PersonaId persona, string reference, CancellationToken cancellationToken)
    {
        var mailboxes = await FoldAsync(cancellationToken);
        var parent = MessageLookup.RequireSeenBy(persona, mailboxes, reference);
        Office.RequireRoomForAnswer(parent, mailboxes);
        return parent;
    }

    /// <summary>After the answer: makes later commands short, if it is time for that.</summary>
    public Task TidyAsync(CancellationToken cancellationToken) =>
        _folded is null ? Task.CompletedTask : Office.PublishCheckpointAsync(_folded, cancellationToken);

    private Mailboxes Report(Mailboxes mailboxes)
    {
        _folded = mailboxes;
        foreach (var damage in Damage)
        {
            Terminal.Say($"warning: {Printable.Escape(damage.ToString())}; see 'jules-mail fsck'");
        }

        foreach (var record in mailboxes.Unreadable)
        {
            Terminal.Say($"warning: {Printable.Escape(record.Reason)}");
        }

        return mailboxes;
    }

    private static TroupeException NoGroup(string name) => new(
        ErrorCode.InvalidArgument, $"'{Printable.Escape(name)}' is a group and has no mailbox of its own: name a persona.");
}
