namespace Troupe.Core;

/// <summary>Reads <c>[mail]</c>.</summary>
internal static class MailReader
{
    public static MailSettings Read(SettingsSection section)
    {
        var settings = new MailSettings
        {
            RepliesPerHour = section.Get(MailKeys.RepliesPerHour),
            AckDue = section.Get(MailKeys.AckDue),
            OnDelivery = section.Get(MailKeys.OnDelivery),
            WakesPerHour = section.Get(MailKeys.WakesPerHour),
            OutboxClaims = section.Get(MailKeys.OutboxClaims),
            Backup = section.Get(MailKeys.Backup)!,
            BackupKeep = section.Get(MailKeys.BackupKeep),
            BackupRequired = section.Get(MailKeys.BackupRequired),
            Retention = section.Get(MailKeys.Retention),
        };
        section.RefuseOthers();
        return settings;
    }
}
