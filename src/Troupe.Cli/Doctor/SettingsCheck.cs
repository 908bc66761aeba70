using Troupe.Core;

namespace Troupe.Cli.Doctor;

/// <summary>Whether the settings can be read.</summary>
internal static class SettingsCheck
{
    private const string Name = "settings";

    public static Settings? Run(TeamHome home, List<Finding> findings)
    {
        try
        {
            var settings = Settings.Load(home);
            findings.Add(Finding.Fine(Name, $"settings {Printable.Escape(home.SettingsFile)}"));
            return settings;
        }
        catch (TroupeException failure)
        {
            findings.Add(Finding.Bad(Name, failure.Message, "Correct the file; 'troupe config reference' lists every key."));
            return null;
        }
    }
}
