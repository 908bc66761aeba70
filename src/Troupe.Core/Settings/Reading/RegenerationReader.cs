namespace Troupe.Core;

/// <summary>Reads <c>[[weaver.regenerate]]</c>.</summary>
internal static class RegenerationReader
{
    public static IReadOnlyList<RegenerationSettings> Read(IReadOnlyList<SettingsSection> sections)
    {
        List<RegenerationSettings> rules = [];
        foreach (var section in sections)
        {
            rules.Add(new RegenerationSettings
            {
                Paths = section.Get(RegenerationKeys.Paths) ?? [],
                Inputs = section.Get(RegenerationKeys.Inputs) ?? [],
                Command = section.Get(RegenerationKeys.Command) ?? [],
                Timeout = section.Get(RegenerationKeys.Timeout),
            });
            section.RefuseOthers();
        }

        return rules;
    }
}
