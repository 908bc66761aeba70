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

    public static IEnumerable<SettingDescription> All => [Backup.Describe(), BackupKeep.Describe(), BackupRequired.Describe()];
}
