using Troupe.Agents;
using Troupe.Core;

namespace Troupe.Cli.Sprints;

/// <summary>Where the output of sessions is kept.</summary>
/// <param name="sessionsFolder">Null: the sessions are gone by the time that anybody could look.</param>
internal sealed class SessionLogs(string? sessionsFolder)
{
    public static SessionLogs None { get; } = new(sessionsFolder: null);

    /// <summary>Null: there is no log.</summary>
    public string? Of(SessionId session) =>
        sessionsFolder is not null && SessionFolder.Of(sessionsFolder, session).AgentLog is var log && File.Exists(log) ? log : null;
}
