using Troupe.Core;

namespace Troupe.Agents;

/// <summary>What an ended session left in its folder.</summary>
internal sealed class SessionCollection(IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.Agent"/>: it has not ended yet.</exception>
    public async Task<SessionDelivery> CollectAsync(SessionId session, SessionFolder folder)
    {
        if (SessionFiles.TryRead(folder.ExitFile, SessionJson.Default.SessionExit) is not { } exit)
        {
            // Where no host was ever launched there is nothing, and there never will be.
            return !SessionFiles.WasLaunched(folder)
                ? new SessionDelivery()
                : throw new TroupeException(ErrorCode.Agent, $"Session {session} has not ended: there is nothing to collect yet.");
        }

        var order = SessionFiles.TryRead(folder.RequestFile, SessionJson.Default.SessionOrder);
        var delivery = new SessionDelivery { Outbox = OutboxCollection.Read(folder) };
        if (exit.Unrecorded)
        {
            (exit, var obstacle) = await RecordAgainAsync(exit, order, folder);
            delivery = delivery with { Unrecorded = obstacle };
        }

        return delivery with
        {
            // Where nothing was changed there is nothing to entitle, and the title would be taken for the agent's reason.
            Message = exit.Commit is null ? null : order?.Title,
            Commit = CommitId.TryParse(exit.Commit, out var commit) ? commit : null,
            GitDirectory = exit.Commit is null ? null : folder.SnapshotDirectory,
        };
    }

    /// <summary>Once: what stood in the way (a full disk) may be gone by now.</summary>
    private async Task<(SessionExit Exit, string? Obstacle)> RecordAgainAsync(SessionExit exit, SessionOrder? order, SessionFolder folder)
    {
        try
        {
            using var held = await SessionLock.AcquireAsync(folder, time, CancellationToken.None);
            if (held is null)
            {
                return (exit, WorkRecording.Kept(folder, "another process keeps the session's lock."));
            }

            var after = await new SessionClosing(order, folder, AgentEnvironment.OfCloser(order, environment), time).RecordAgainAsync(exit);
            return (after, after.Unrecorded ? after.Notes[^1] : null);
        }
        catch (TroupeException failure)
        {
            return (exit, WorkRecording.Kept(folder, failure.Message));
        }
    }
}
