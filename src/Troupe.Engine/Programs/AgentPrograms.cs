using Troupe.Agents;
using Troupe.Core;

namespace Troupe.Engine;

/// <summary>Whether the programs are there that agents run, as far as that can be told without running them.</summary>
/// <param name="settings">The settings that name them.</param>
/// <param name="environment">The caller's variables.</param>
/// <param name="host">Agents find the programs beside it too.</param>
public sealed class AgentPrograms(Settings settings, IReadOnlyDictionary<string, string> environment, HostProgram host)
{
    /// <summary>What keeps an agent from running: its command or its setup.</summary>
    /// <param name="start">What sessions find in their checkout; null: that is not known yet.</param>
    public async Task<IReadOnlyList<MissingProgram>> MissingAsync(AgentSettings agent, CommitFiles? start, CancellationToken cancellationToken)
    {
        var path = agent.Env.GetValueOrDefault(ProgramSearch.Variable) ?? environment.GetValueOrDefault(ProgramSearch.Variable);
        var folders = path is null ? null : $"{host.ToolsFolder}{Path.PathSeparator}{path}";
        List<MissingProgram> missing = [];
        foreach (var (key, command) in new[] { ("command", agent.Command), ("setup", agent.Setup) })
        {
            if (command is not null && await FaultAsync(key, command, agent, folders, start, cancellationToken) is (var program, var fault))
            {
                missing.Add(MissingProgram.Of(settings, $"agent.{agent.Name}.{key}", $"'{key}' of [agent.{agent.Name}]", program, fault));
            }
        }

        return missing;
    }

    private static async Task<(string Program, string Fault)?> FaultAsync(
        string key, IReadOnlyList<string> command, AgentSettings agent, string? folders, CommitFiles? start, CancellationToken cancellationToken)
    {
        if (CommandProgram.Of(command) is { } program)
        {
            return ProgramSearch.Fault(program, folders) is { } fault ? (program, fault) : null;
        }

        // What the setup builds is in no commit.
        var mayBeBuilt = key == "command" && agent.Setup is not null;
        return start is not null && !mayBeBuilt && CommandProgram.InCheckout(command) is { } file && await start.FaultAsync(file, cancellationToken) is { } lack
            ? (file, lack)
            : null;
    }
}
