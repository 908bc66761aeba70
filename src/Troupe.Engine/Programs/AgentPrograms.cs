using Troupe.Agents;
using Troupe.Core;

namespace Troupe.Engine;

/// <summary>Whether the programs are there that the settings run, as far as that can be told without running them.</summary>
/// <param name="settings">The settings that name them.</param>
/// <param name="environment">The caller's variables.</param>
/// <param name="host">Agents find the programs beside it too.</param>
public sealed class AgentPrograms(Settings settings, IReadOnlyDictionary<string, string> environment, HostProgram host)
{
    private const string PathVariable = "PATH";

    /// <summary>What keeps an agent from running: its command or its setup.</summary>
    public IEnumerable<MissingProgram> Missing(AgentSettings agent)
    {
        var path = agent.Env.GetValueOrDefault(PathVariable) ?? environment.GetValueOrDefault(PathVariable);
        var folders = path is null ? null : $"{host.ToolsFolder}{Path.PathSeparator}{path}";
        var table = $"agent.{agent.Name}";
        return Missing(table, "command", agent.Command, folders)
            .Concat(agent.Setup is { } setup ? Missing(table, "setup", setup, folders) : []);
    }

    /// <summary>What keeps the checks of a woven tree from running.</summary>
    public IEnumerable<MissingProgram> MissingChecks() => settings.Weaver.Verify.SelectMany((step, place) => Missing(
        $"weaver.verify[{place}]", "command", step.Command, environment.GetValueOrDefault(PathVariable)));

    private IEnumerable<MissingProgram> Missing(string table, string key, IReadOnlyList<string> command, string? folders)
    {
        if (CommandProgram.Of(command) is not { } program || ProgramSearch.Fault(program, folders) is not { } fault)
        {
            yield break;
        }

        var origin = settings.Values.FirstOrDefault(value => value.Key == $"{table}.{key}")?.Origin ?? SettingOrigin.Default;
        yield return new MissingProgram(
            $"{Printable.Escape(origin.ToString())}: '{key}' of [{table}] runs '{Printable.Escape(program)}', {fault}.",
            "Install it, or correct the setting.");
    }
}
