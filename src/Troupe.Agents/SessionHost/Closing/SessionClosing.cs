using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Agents;

/// <summary>
/// The end of every session, whoever brings it about: nothing of the agent is left running, what it made is recorded,
/// and only then <c>exit.json</c> says that the session is over. Done under the session's lock; safe to do again.
/// </summary>
/// <param name="order">Null: the agent destroyed the request, and nothing can be recorded.</param>
internal sealed class SessionClosing(
    SessionOrder? order, SessionFolder folder, IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    private const int MostNotes = 40;
    private const string Destruction = "the agent deleted its checkout; nothing of it is left";

    /// <exception cref="TroupeException">Something of it cannot be ended, or <c>exit.json</c> cannot be written.</exception>
    public async Task CloseAsync(SessionEnding ending)
    {
        await EndAllAsync();
        SessionFiles.Reclaim(folder);
        var exit = new SessionExit
        {
            Session = Path.GetFileName(folder.Path),
            State = ending.State,
            ExitCode = ending.ExitCode,
            StartedAt = ending.StartedAt,
            EndedAt = time.GetUtcNow(),
            Detail = ending.Detail,
            OutputCut = ending.OutputCut,
            Notes = [.. ending.Notes, .. OutboxCollection.Collect(folder)],
        };
        if (exit.StartedAt is not null || File.Exists(folder.StartedFile))
        {
            exit = IsCheckoutGone ? Destroyed(exit) : await new WorkRecording(order, folder, environment).RecordAsync(exit);
        }

        Write(exit);
    }

    // A link that leads nowhere is something in its place, which whoever looks after the session may want to see.
    private bool IsCheckoutGone => !Path.Exists(folder.Checkout) && new FileInfo(folder.Checkout).LinkTarget is null;

    /// <summary>There is nothing to record and nothing to keep: whatever the agent says of itself, it failed.</summary>
    private static SessionExit Destroyed(SessionExit exit) => exit with
    {
        State = exit.State == SessionState.Completed ? SessionState.Failed : exit.State,
        Detail = exit.Detail is { } detail ? $"{detail}\n{Destruction}" : Destruction,
    };

    /// <summary>Another attempt to record what could not be recorded when the session was closed.</summary>
    /// <exception cref="TroupeException">Something of it cannot be ended, or <c>exit.json</c> cannot be written.</exception>
    public async Task<SessionExit> RecordAgainAsync(SessionExit closed)
    {
        await EndAllAsync();

        // Whatever was wrong with what the first attempt left is not to stand in the way of this one.
        SessionFiles.RemoveIfPossible(folder.SnapshotDirectory);
        var exit = await new WorkRecording(order, folder, environment).RecordAsync(closed with { Unrecorded = false });
        if (!exit.Unrecorded)
        {
            Write(exit);
        }

        return exit;
    }

    private Task EndAllAsync() => Leftovers.EndMarkedAsync(AgentEnvironment.SessionFolderVariable, folder.Path);

    /// <summary>An agent can give cause for any number of notes.</summary>
    private void Write(SessionExit exit)
    {
        var more = exit.Notes.Count - MostNotes;
        SessionFiles.Write(
            folder.ExitFile,
            more <= 0 ? exit : exit with { Notes = [.. exit.Notes.TakeLast(MostNotes), $"and {more} more of this kind"] },
            SessionJson.Default.SessionExit);
    }
}
