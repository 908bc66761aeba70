namespace Troupe.Core;

/// <summary>From the text of <c>troupe.toml</c> to settings, or to all of its mistakes at once.</summary>
internal static class SettingsReader
{
    public static Settings Read(string text, string fileName)
    {
        var problems = new SettingsProblems(fileName);
        var tree = SettingsTree.Parse(text, problems);
        problems.ThrowIfAny();

        List<SettingValue> values = [];
        var file = new SettingsSection("", tree, problems, values);
        var sprint = file.Table("sprint");
        var settings = new Settings
        {
            Sprint = Sprint(sprint),
            Weaver = WeaverReader.Read(file.Table("weaver"), problems),
            Mail = MailReader.Read(file.Table("mail")),
            Agents = AgentReader.ReadAll(file.Table("agent"), problems),
            Values = values,
        };
        file.RefuseOthers();
        RequireKnownAgent(settings, sprint, problems);
        problems.ThrowIfAny();
        return settings;
    }

    private static SprintSettings Sprint(SettingsSection section)
    {
        var sprint = new SprintSettings
        {
            Mode = section.Get(SprintKeys.Mode),
            ParallelEvery = section.Get(SprintKeys.ParallelEvery),
            ParallelSprints = section.Get(SprintKeys.ParallelSprints)!,
            MaxAttempts = section.Get(SprintKeys.MaxAttempts),
            MaxRuns = section.Get(SprintKeys.MaxRuns),
            MaxParallel = section.Get(SprintKeys.MaxParallel),
            SessionTimeout = section.Get(SprintKeys.SessionTimeout),
            Land = section.Get(SprintKeys.Land),
            Target = section.Get(SprintKeys.Target),
            Agent = section.Get(SprintKeys.Agent),
        };
        section.RefuseOthers();
        return sprint;
    }

    private static void RequireKnownAgent(Settings settings, SettingsSection sprint, SettingsProblems problems)
    {
        if (settings.Sprint.Agent is { } name && !settings.Agents.ContainsKey(name))
        {
            problems.Add(
                sprint.LineOf(SprintKeys.Agent.Name),
                $"sprint.agent names '{Printable.Escape(name)}', and there is no [agent.{Printable.Escape(name)}]"
                + Suggestion.Hint(name, settings.Agents.Keys));
        }
    }
}
