using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary>What every mail command works with. Nothing is looked for before a command asks for it.</summary>
internal sealed class MailDesk(CliContext context)
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

    public TeamHome Home => TeamHome.Find(Context.WorkingDirectory, Context.Environment);

    public PostOffice Office => _office ??= PostOffice.Open(Home, Context.Time);

    /// <summary>Null outside of a session.</summary>
    public OutboxFolder? Outbox => OutboxFolder.TryFind(Context.WorkingDirectory, Context.Environment);

    public bool WantsJson(ParseResult arguments) => arguments.GetValue(JsonOption);

    /// <summary>A path that the user named.</summary>
    public string PathOf(string named) => Path.GetFullPath(named, Context.WorkingDirectory);

    /// <summary>Who acts, and that there is such a persona.</summary>
    public PersonaId Persona(ParseResult arguments) => Office.Addresses.Require(ClaimedPersona(arguments));

    /// <summary>Who acts, where the team cannot be looked at.</summary>
    public PersonaId ClaimedPersona(ParseResult arguments)
    {
        var named = arguments.GetValue(PersonaOption) ?? Context.Variable("JULES_PERSONA") ?? Context.Variable("TROUPE_PERSONA");
        return named is not null ? Address.Parse(named) is { IsGroup: false } address ? address.Name : throw NoGroup(named)
            : SessionId.TryParse(Context.Variable(OutboxFolder.SessionVariable), out var session) ? session.Persona
            : PersonaId.Lead;
    }

    /// <summary>How many places of the log are damaged, as far as it was read; null for none.</summary>
    public int? DamagedPlaces => Damage.Count() is > 0 and var places ? places : null;

    private IEnumerable<LogDamage> Damage => Office.Damage.Where(damage => damage.LostRecords);

    /// <summary>The mailboxes as they are now; damage in the log is said, never passed over.</summary>
    public async Task<Mailboxes> FoldAsync(CancellationToken cancellationToken) => Report(await Office.FoldAsync(cancellationToken));

    /// <summary>One persona's mailbox as it is now; the rest of the team's mail is only counted.</summary>
    public async Task<Mailboxes> FoldAsync(PersonaId only, CancellationToken cancellationToken) =>
        Report(await Office.FoldAsync(only, cancellationToken));

    /// <summary>After the answer: makes later commands short, if it is time for that.</summary>
    public Task TidyAsync(CancellationToken cancellationToken) =>
        _folded is null ? Task.CompletedTask : Office.PublishCheckpointAsync(_folded, cancellationToken);

    private Mailboxes Report(Mailboxes mailboxes)
    {
        _folded = mailboxes;
        foreach (var damage in Damage)
        {
            Terminal.Say($"warning: {Printable.Escape(damage.ToString())}");
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
