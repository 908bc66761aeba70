using Troupe.Core;
using Troupe.Git;

namespace Troupe.Agents;

/// <summary>The folder of one session: all that orchestrators and the session's host say to one another (docs/specs/session-folder.md).</summary>
public sealed record SessionFolder
{
    /// <param name="path">A full path; the folder need not exist.</param>
    public SessionFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>What was asked for; written once, before anything else counts.</summary>
    public string RequestFile => In("request.json");

    public string PromptFile => In("prompt.md");

    /// <summary>When a host was last launched.</summary>
    public string LaunchedFile => In("launched");

    /// <summary>Locked by the host as long as it lives, or by whoever declares the session lost.</summary>
    public string LockFile => In("lock");

    /// <summary>When the agent was started: from then on it is never started again.</summary>
    public string StartedFile => In("started");

    /// <summary>The agent's last sign of life; rewritten again and again while the host lives.</summary>
    public string HeartbeatFile => In("heartbeat");

    /// <summary>All that the agent printed, up to a limit.</summary>
    public string AgentLog => In("agent.log");

    /// <summary>What the host itself has to say, mostly nothing.</summary>
    public string HostLog => In("host.log");

    /// <summary>Its existence asks the host to end the session.</summary>
    public string CancelFile => In("cancel");

    /// <summary>How the session ended; written once, last.</summary>
    public string ExitFile => In("exit.json");

    public string Checkout => In("checkout");

    /// <summary>The git directory that holds what was made of the checkout.</summary>
    public string SnapshotDirectory => SessionCheckouts.SnapshotDirectoryOf(Checkout);

    /// <summary>Letters to be posted.</summary>
    public string Outbox => In("outbox");

    public static SessionFolder Of(string sessionsFolder, SessionId session) =>
        new(System.IO.Path.Combine(sessionsFolder, session.ToString()));

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
