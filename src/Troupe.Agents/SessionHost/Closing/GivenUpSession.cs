using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Agents;

/// <summary>
/// Ends a session that nobody waits for any longer, because its host neither closes it nor dies: whatever belongs to it is
/// killed, the host first, and the session is closed in its host's place.
/// </summary>
internal sealed class GivenUpSession(IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    /// <returns>Null: it is over, or was never launched. Else why it cannot be ended, and where its work is.</returns>
    public async Task<string?> EndAsync(SessionFolder folder)
    {
        if (!SessionFiles.WasLaunched(folder) || SessionFiles.HasEnded(folder))
        {
            return null;
        }

        try
        {
            await Leftovers.EndMarkedAsync(AgentEnvironment.HostVariable, folder.Path);
            using var held = await SessionLock.AcquireAsync(folder, time, CancellationToken.None);
            if (held is null)
            {
                return WorkRecording.Kept(folder, "a process that cannot be found keeps the session's lock.");
            }

            if (!SessionFiles.HasEnded(folder))
            {
                var order = SessionFiles.TryRead(folder.RequestFile, SessionJson.Default.SessionOrder);
                await new SessionClosing(order, folder, AgentEnvironment.OfCloser(order, environment), time)
                    .CloseAsync(LostSession.GivenUp(folder));
            }

            return null;
        }
        catch (TroupeException obstacle)
        {
            return WorkRecording.Kept(folder, obstacle.Message);
        }
    }
}
