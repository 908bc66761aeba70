using Troupe.Core;

namespace Troupe.Agents;

/// <summary>What an orchestrator sees in a session folder. The only thing it ever changes there is to close a lost session.</summary>
internal sealed class SessionSight(IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    /// <summary>How long a launched host may take to lock its folder.</summary>
    public static readonly TimeSpan LaunchTime = TimeSpan.FromSeconds(10);

    /// <summary>An agent can give cause for texts of any length, and what is seen goes into the sprint's log.</summary>
    private const int LongestDetail = 48 * 1024;

    public async Task<SessionObservation> ObserveAsync(SessionId session, SessionFolder folder)
    {
        if (Ended(session, folder) is { } ended)
        {
            return ended;
        }

        if (!SessionFiles.WasLaunched(folder))
        {
            return new SessionObservation(session, SessionState.Requested);
        }

        using var held = SessionLock.TryAcquire(folder);
        if (held is null)
        {
            return Alive(session, folder, SessionState.Running);
        }

        // It may have ended between the two looks; and only now, under the lock, is the launch time sure to be the last one.
        if (Ended(session, folder) is { } meanwhile)
        {
            return meanwhile;
        }

        if (time.GetUtcNow() - SessionFiles.ReadTime(folder.LaunchedFile) < LaunchTime)
        {
            return Alive(session, folder, SessionState.Requested);
        }

        await CloseAsync(folder);
        return Ended(session, folder)
            ?? throw new TroupeException(ErrorCode.Agent, $"Something changes '{Printable.Escape(folder.ExitFile)}' behind our back.");
    }

    private static SessionObservation Alive(SessionId session, SessionFolder folder, SessionState state) =>
        new(session, state, SessionFiles.ReadTime(folder.StartedFile), SessionFiles.ReadTime(folder.HeartbeatFile));

    private static SessionObservation? Ended(SessionId session, SessionFolder folder)
    {
        if (SessionFiles.TryRead(folder.ExitFile, SessionJson.Default.SessionExit) is not { } exit)
        {
            return null;
        }

        var detail = string.Join('\n', exit.Notes.Prepend(exit.Detail).OfType<string>());
        return new SessionObservation(
            session,
            exit.State,
            exit.StartedAt,
            SessionFiles.ReadTime(folder.HeartbeatFile) ?? exit.EndedAt,
            exit.EndedAt,
            exit.ExitCode,
            detail.Length == 0 ? null : detail.Length <= LongestDetail ? detail : TextCut.Start(detail, LongestDetail) + " …");
    }

    private Task CloseAsync(SessionFolder folder)
    {
        var order = SessionFiles.TryRead(folder.RequestFile, SessionJson.Default.SessionOrder);
        return new SessionClosing(order, folder, AgentEnvironment.OfCloser(order, environment), time)
            .CloseAsync(LostSession.Of(folder) ?? LostSession.NeverStarted(folder));
    }
}
