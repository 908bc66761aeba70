namespace Troupe.Core;

/// <summary>Reads <c>[[weaver.driver]]</c>.</summary>
internal static class DriverReader
{
    public static IReadOnlyList<MergeDriverSettings> Read(IReadOnlyList<SettingsSection> sections, SettingsProblems problems)
    {
        List<MergeDriverSettings> drivers = [];
        foreach (var section in sections)
        {
            var driver = new MergeDriverSettings
            {
                Name = section.Get(DriverKeys.Name) ?? "",
                Paths = section.Get(DriverKeys.Paths) ?? [],
                Command = section.Get(DriverKeys.Command) ?? [],
                Timeout = section.Get(DriverKeys.Timeout),
            };
            section.RefuseOthers();
            if (driver.Name.Length > 0 && drivers.Exists(other => other.Name == driver.Name))
            {
                problems.Add(section.LineOf("name"), $"there are two merge drivers named {TomlNotation.Quote(driver.Name)}: rename one.");
            }

            drivers.Add(driver);
        }

        return drivers;
    }
}
