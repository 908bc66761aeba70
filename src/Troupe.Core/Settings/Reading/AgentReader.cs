namespace Troupe.Core;

/// <summary>Reads the <c>[agent.NAME]</c> tables.</summary>
internal static class AgentReader
{
    public static IReadOnlyDictionary<string, AgentSettings> ReadAll(SettingsSection section, SettingsProblems problems)
    {
        var agents = new Dictionary<string, AgentSettings>(StringComparer.Ordinal);
        foreach (var name in section.Names)
        {
            // The name is shown in tables and used in file names: the rule for personas keeps it harmless.
            if (!PersonaId.TryParse(name, out _))
            {
                problems.Add(
                    section.LineOf(name),
                    $"'{Printable.Escape(name)}' cannot name an agent: use a lower-case letter, then at most 63 of a-z, 0-9, '_' and '-'.");
            }

            agents[name] = Read(name, section.Table(name), problems);
        }

        return agents;
    }

    private static AgentSettings Read(string name, SettingsSection section, SettingsProblems problems)
    {
        var command = section.Get(AgentKeys.Command) ?? [];
        RefusePromptInShell(command, section, problems);
        var agent = new AgentSettings
        {
            Name = name,
            Command = command,
            PromptOnStdin = section.Get(AgentKeys.PromptOnStdin) ?? !command.Any(HasPlaceholder),
            EnvAllow = section.Get(AgentKeys.EnvAllow)!,
            Env = section.Get(AgentKeys.Env)!,
            Setup = section.Get(AgentKeys.Setup),
            Timeout = section.Get(AgentKeys.Timeout),
            MaxOutput = section.Get(AgentKeys.MaxOutput),
        };
        section.RefuseOthers();
        return agent;
    }

    private static bool HasPlaceholder(string argument) =>
        argument.Contains(AgentSettings.PromptFilePlaceholder, StringComparison.Ordinal)
        || argument.Contains(AgentSettings.PromptPlaceholder, StringComparison.Ordinal);

    private static void RefusePromptInShell(IReadOnlyList<string> command, SettingsSection section, SettingsProblems problems)
    {
        // A prompt quotes mail, and mail is written by anybody: a shell would run what it says.
        if (command is ["sh", "-c", var line, ..] && line.Contains(AgentSettings.PromptPlaceholder, StringComparison.Ordinal))
        {
            problems.Add(
                section.LineOf(AgentKeys.Command.Name),
                "a shell would run what the prompt says: use {prompt_file}, standard input, or an array with {prompt} as an argument.");
        }
    }
}
