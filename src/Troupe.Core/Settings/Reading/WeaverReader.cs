namespace Troupe.Core;

/// <summary>Reads <c>[weaver]</c> with its merge drivers, its lock files and its verify steps.</summary>
internal static class WeaverReader
{
    public static WeaverSettings Read(SettingsSection section, SettingsProblems problems)
    {
        var order = section.Get(WeaverKeys.Order)!;
        var policy = section.Get(WeaverKeys.Policy);
        var timeout = section.Get(WeaverKeys.Timeout);
        var union = section.Table("union");
        var unionPaths = union.Get(WeaverKeys.UnionPaths)!;
        union.RefuseOthers();
        var settings = new WeaverSettings
        {
            Order = order,
            Policy = policy,
            Timeout = timeout,
            UnionPaths = unionPaths,
            Drivers = DriverReader.Read(section.Tables("driver"), problems),
            Regenerate = RegenerationReader.Read(section.Tables("regenerate")),
            Verify = Steps(section.Tables("verify"), problems),
        };
        section.RefuseOthers();
        return settings;
    }

    private static List<VerifyStepSettings> Steps(IReadOnlyList<SettingsSection> sections, SettingsProblems problems)
    {
        List<VerifyStepSettings> steps = [];
        foreach (var section in sections)
        {
            var step = new VerifyStepSettings
            {
                Name = section.Get(VerifyKeys.Name) ?? "",
                Command = section.Get(VerifyKeys.Command) ?? [],
                Timeout = section.Get(VerifyKeys.Timeout),
            };
            section.RefuseOthers();
            if (step.Name.Length > 0 && steps.Exists(other => other.Name == step.Name))
            {
                problems.Add(section.LineOf("name"), $"there are two verify steps named {TomlNotation.Quote(step.Name)}: rename one.");
            }

            steps.Add(step);
        }

        return steps;
    }
}
