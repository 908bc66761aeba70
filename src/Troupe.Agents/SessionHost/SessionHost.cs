using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Agents;

/// <summary>
/// The process that one session lives in (<c>troupe session-host FOLDER</c>): it outlives whoever asked for the session,
/// and nothing that the agent starts outlives it.
/// </summary>
/// <param name="environment">The process's own; the agent sees the allowed part of it.</param>
public sealed class SessionHost(SessionFolder folder, IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    /// <param name="stop">Ends the session as lost.</param>
    /// <returns>Whether this host ran or closed the session; false when another did or does.</returns>
    /// <exception cref="TroupeException">The folder holds no session.</exception>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        var order = SessionFiles.Read(folder.RequestFile, SessionJson.Default.SessionOrder) ?? throw new TroupeException(
            ErrorCode.NotFound, $"'{Printable.Escape(folder.Path)}' holds no session: there is no request.json in it.");
        using var held = await SessionLock.AcquireAsync(folder, time, stop);
        if (held is null || File.Exists(folder.ExitFile))
        {
            return false;
        }

        var closing = new SessionClosing(order, folder, environment, time);
        if (LostSession.Of(folder) is { } lost)
        {
            await closing.CloseAsync(lost);
            return true;
        }

        var ending = await new SessionWork(order, folder, environment, time).RunAsync(stop);
        await closing.CloseAsync(await EndOrphansAsync(ending));
        return true;
    }

    /// <summary>A process that nobody can end (it waits for a device, or is another user's) must not keep the session from ending.</summary>
    private static async Task<SessionEnding> EndOrphansAsync(SessionEnding ending)
    {
        try
        {
            await Leftovers.EndOrphansAsync();
            return ending;
        }
        catch (TroupeException survivor)
        {
            return ending with { Notes = [.. ending.Notes, survivor.Message] };
        }
    }
}
