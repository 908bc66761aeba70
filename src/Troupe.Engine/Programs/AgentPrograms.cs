using Troupe.Core;

namespace Troupe.Engine;

/// <summary>Whether the programs are there that the settings run, as far as that can be told without running them.</summary>
public static class AgentPrograms
{
    /// <summary>What keeps an agent from running: its command or its setup.</summary>
    public static IEnumerable<MissingProgram> Missing(
        Settings settings, AgentSettings agent, IReadOnlyDictionary<string, string> environment)
    {
        var path = agent.Env.GetValueOrDefault("PATH") ?? environment.GetValueOrDefault("PATH") ?? "";
        var table = $"agent.{agent.Name}";
        return Missing(settings, table, "command", agent.Command, path)
            .Concat(agent.Setup is { } setup ? Missing(settings, table, "setup", setup, path) : []);
    }

    /// <summary>What keeps the checks of a woven tree from running.</summary>
    public static IEnumerable<MissingProgram> MissingChecks(Settings settings, IReadOnlyDictionary<string, string> environment) =>
        settings.Weaver.Verify.SelectMany((step, place) => Missing(
            settings, $"weaver.verify[{place}]", "command", step.Command, environment.GetValueOrDefault("PATH") ?? ""));

    private static IEnumerable<MissingProgram> Missing(
        Settings settings, string table, string key, IReadOnlyList<string> command, string path)
    {
        if (CommandProgram.Of(command) is not { } program || ProgramSearch.Fault(program, path) is not { } fault)
        {
            yield break;
        }

        var origin = settings.Values.FirstOrDefault(value => value.Key == $"{table}.{key}")?.Origin ?? SettingOrigin.Default;
        yield return new MissingProgram(
            $"{Printable.Escape(origin.ToString())}: '{key}' of [{table}] runs '{Printable.Escape(program)}', {fault}.",
            "Install it, or correct the setting.");
    }
}
