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
        };
        section.RefuseOthers();
        return settings;
    }
}
