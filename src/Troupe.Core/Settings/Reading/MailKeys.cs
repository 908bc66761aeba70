namespace Troupe.Core;

/// <summary>The keys of <c>[mail]</c>.</summary>
internal static class MailKeys
{
    public static readonly SettingKey<string> Backup = new()
    {
        Path = "mail.backup",
        Kind = SettingKinds.Text,
        Default = MailSettings.StateBackup,
        Meaning = "Where the sealed segments of the mail log and of the sprint log are copied before each sprint: `state` (the folder `backup` of the "
            + "repository's state, outside of the repository), a folder (from the repository's, or a full path, best on another disk), or `off`.",
    };

    public static readonly SettingKey<int> BackupKeep = new()
    {
        Path = "mail.backup_keep",
        Kind = SettingKinds.Number(0),
        Default = 0,
        Meaning = "Of how many of the newest segments (32 MiB each) copies are kept. 0: of all.",
    };

    public static readonly SettingKey<bool> BackupRequired = new()
    {
        Path = "mail.backup_required",
        Kind = SettingKinds.Flag,
        Default = false,
        Meaning = "Whether a sprint does not start when its backup fails. Otherwise that is a warning.",
    };

    public static readonly SettingKey<int> RepliesPerHour = new()
    {
        Path = "mail.replies_per_hour",
        Kind = SettingKinds.Number(1),
        Default = 100,
        Meaning = "How many answers one thread takes within an hour: personas that answer one another without end stop there. "
            + "Messages that begin a thread, and the engine's own, are not counted.",
    };

    public static readonly SettingKey<TimeSpan> AckDue = new()
    {
        Path = "mail.ack_due",
        Kind = SettingKinds.Duration,
        Default = TimeSpan.FromHours(24),
        Meaning = "After this time a message that asks to be acknowledged and was not is overdue (`jules-mail inbox --overdue`, `sent --overdue`).",
    };

    public static readonly SettingKey<IReadOnlyList<string>> OnDelivery = new()
    {
        Path = "mail.on_delivery",
        Kind = SettingKinds.Command,
        DefaultInWords = "(nothing)",
        Meaning = "Run when mail has come for a persona that has no session: in the folder of the repository, one at a time, "
            + "with `TROUPE_PERSONA` and `TROUPE_MESSAGE_ID` set and nothing of the message on its command line. `jules-mail send` does not wait for it.",
    };

    public static readonly SettingKey<int> WakesPerHour = new()
    {
        Path = "mail.wakes_per_hour",
        Kind = SettingKinds.Number(1),
        Default = 12,
        Meaning = "How often `on_delivery` is run for one persona within an hour; what comes beyond that stays unread until its next turn.",
    };

    public static readonly SettingKey<bool> OutboxClaims = new()
    {
        Path = "mail.outbox_claims",
        Kind = SettingKinds.Flag,
        Default = false,
        Meaning = "Whether a session's outbox may speak for another persona (`from:`, as `jules-mail --persona` writes it). Such mail is never attested. "
            + "Otherwise, and always where it speaks for the lead or the engine, it goes back to the session's persona.",
    };

    public static readonly SettingKey<TimeSpan?> Retention = new()
    {
        Path = "mail.retention",
        Kind = SettingKinds.Age,
        Default = null,
        DefaultInWords = "(off)",
        Meaning = "Before each sprint, after the backup, the texts and attachments of conversations in which nothing is younger than this are "
            + "dropped for good, unless somebody has not read or not acknowledged something in them. Subjects stay. `jules-mail retention` says what that would be.",
    };

    public static IEnumerable<SettingDescription> All =>
    [
        RepliesPerHour.Describe(),
        AckDue.Describe(),
        OnDelivery.Describe(),
        WakesPerHour.Describe(),
        OutboxClaims.Describe(),
        Backup.Describe(),
        BackupKeep.Describe(),
        BackupRequired.Describe(),
        Retention.Describe(),
    ];
}
