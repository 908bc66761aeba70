using Troupe.Core;

namespace Troupe.Mail;

/// <summary><c>[mail]</c> of a team. Mail goes on where <c>troupe.toml</c> is wrong: it is how people tell one another so.</summary>
internal static class TeamMailSettings
{
    public static MailSettings Of(TeamHome home)
    {
        try
        {
            return Settings.Load(home).Mail;
        }
        catch (TroupeException wrong) when (wrong.Code is ErrorCode.InvalidSettings)
        {
            return Settings.Default.Mail;
        }
    }
}
