using Troupe.Core;

namespace Troupe.Agents;

/// <summary>A session whose host is gone. It is never run again: the agent may already have worked on it.</summary>
internal static class LostSession
{
    /// <returns>Null: no agent was started in this folder.</returns>
    public static SessionEnding? Of(SessionFolder folder) => File.Exists(folder.StartedFile)
        ? Ending(folder, "its host died while the agent worked")
        : null;

    public static SessionEnding NeverStarted(SessionFolder folder) => Ending(folder, "its host died before the agent was started");

    public static SessionEnding GivenUp(SessionFolder folder) => Ending(folder, "its host did not end it and was ended with everything that it ran");

    private static SessionEnding Ending(SessionFolder folder, string detail) =>
        new(SessionState.Lost) { StartedAt = SessionFiles.ReadTime(folder.StartedFile), Detail = detail };
}
