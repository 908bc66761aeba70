using Troupe.Core;

namespace Troupe.Agents;

/// <summary>
/// What an agent may see of its surroundings. The orchestrator's own environment holds secrets (forge tokens, other
/// agents' keys), so nothing is passed on but a fixed few names and those that the settings allow.
/// </summary>
internal static class AgentEnvironment
{
    /// <summary>Names the session folder; whatever carries it belongs to the session and does not survive it.</summary>
    public const string SessionFolderVariable = "TROUPE_SESSION_FOLDER";

    /// <summary>Names the session folder in a host's own environment: by it a host is found that does not end.</summary>
    public const string HostVariable = "TROUPE_SESSION_HOST";

    private static readonly string[] Common = ["PATH", "HOME", "LANG", "TERM", "TMPDIR", "USER"];

    // The host may be a program of the runtime that has to find the runtime first.
    private static readonly string[] ForHost = ["DOTNET_ROOT"];

    /// <summary>What a host is started with: enough for git and for the agent.</summary>
    public static Dictionary<string, string> OfHost(
        IReadOnlyDictionary<string, string> surroundings, IReadOnlyList<string> allowed) =>
        Pick(surroundings, [.. Common, .. ForHost, .. allowed]);

    /// <summary>What the agent and its setup command see.</summary>
    public static Dictionary<string, string> OfAgent(
        SessionOrder order, SessionFolder folder, IReadOnlyDictionary<string, string> surroundings)
    {
        var variables = Pick(surroundings, [.. Common, .. order.Agent.EnvAllow]);
        foreach (var (name, value) in order.Agent.Env)
        {
            variables[name] = value;
        }

        if (order.ToolsFolder is { } tools)
        {
            variables["PATH"] = variables.TryGetValue("PATH", out var path) ? $"{tools}:{path}" : tools;
        }

        var session = order.Id;
        variables[TeamHome.Variable] = order.Team;
        variables["TROUPE_PERSONA"] = session.Persona.ToString();
        variables["TROUPE_SPRINT"] = $"{session.Sprint}";
        variables["TROUPE_SESSION"] = order.Session;
        variables["TROUPE_ATTEMPT"] = $"{session.Attempt}";
        variables["TROUPE_BASE"] = order.Base;
        variables["JULES_PERSONA"] = session.Persona.ToString();
        variables[SessionFolderVariable] = folder.Path;
        return variables;
    }

    /// <summary>What is passed on where an orchestrator closes a session itself: what its host would have had.</summary>
    public static Dictionary<string, string> OfCloser(SessionOrder? order, IReadOnlyDictionary<string, string> surroundings) =>
        OfHost(surroundings, order?.Agent.EnvAllow ?? []);

    /// <summary>What git sees that works on the session's checkout: it does not survive its host, either.</summary>
    public static Dictionary<string, string> OfGit(SessionFolder folder, IReadOnlyDictionary<string, string> surroundings) =>
        new(surroundings, StringComparer.Ordinal) { [SessionFolderVariable] = folder.Path };

    private static Dictionary<string, string> Pick(IReadOnlyDictionary<string, string> surroundings, IEnumerable<string> names)
    {
        Dictionary<string, string> picked = new(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (surroundings.TryGetValue(name, out var value))
            {
                picked[name] = value;
            }
        }

        return picked;
    }
}
