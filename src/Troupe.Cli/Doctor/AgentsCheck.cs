using Troupe.Cli.Shell;
using Troupe.Core;

namespace Troupe.Cli.Doctor;

/// <summary>The settings can be read, and the agents that they name can be started.</summary>
internal static class AgentsCheck
{
    public static Settings? Run(TeamHome home, CliContext context, List<Finding> findings)
    {
        Settings settings;
        try
        {
            settings = Settings.Load(home);
            findings.Add(Finding.Fine("settings", $"settings {Printable.Escape(home.SettingsFile)}"));
        }
        catch (TroupeException failure)
        {
            findings.Add(Finding.Bad("settings", failure.Message, "Correct the file; 'troupe config reference' lists every key."));
            return null;
        }

        if (settings.Agents.Count == 0)
        {
            findings.Add(Finding.Bad("agents", "no agent is configured, so nobody can run.", "Add an [agent.NAME] table with a command to .team/troupe.toml."));
        }

        foreach (var agent in settings.Agents.Values.OrderBy(agent => agent.Name, StringComparer.Ordinal))
        {
            findings.Add(Startable(agent.Command[0], context)
                ? Finding.Fine("agents", $"agent {agent.Name}: {Printable.Escape(agent.Command[0])}")
                : Finding.Bad(
                    "agents",
                    $"agent {agent.Name}: there is no program '{Printable.Escape(agent.Command[0])}' on the PATH.",
                    $"Install it, or correct 'command' in [agent.{agent.Name}]."));
        }

        return settings;
    }

    // A program named by a relative path lies in the session's checkout, which does not exist yet.
    private static bool Startable(string program, CliContext context) => program.Contains('/', StringComparison.Ordinal)
        ? !Path.IsPathRooted(program) || File.Exists(program)
        : (context.Variable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
