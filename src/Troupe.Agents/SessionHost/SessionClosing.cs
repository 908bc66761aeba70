using Troupe.Core;
using Troupe.Git;
using Troupe.Processes;

namespace Troupe.Agents;

/// <summary>
/// The end of every session, whoever brings it about: nothing of the agent is left running, what it made is recorded,
/// and only then <c>exit.json</c> says that the session is over. Done under the session's lock; safe to do again.
/// </summary>
internal sealed class SessionClosing(
    SessionOrder order, SessionFolder folder, IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    public async Task CloseAsync(SessionEnding ending)
    {
        await Leftovers.EndMarkedAsync(AgentEnvironment.SessionFolderVariable, folder.Path);
        var endedAt = time.GetUtcNow();
        var exit = new SessionExit
        {
            Session = order.Session,
            State = ending.State,
            ExitCode = ending.ExitCode,
            StartedAt = ending.StartedAt,
            EndedAt = endedAt,
            Detail = ending.Detail,
            OutputCut = ending.OutputCut,
            Notes = OutboxCollection.Collect(folder),
        };
        if (File.Exists(folder.StartedFile))
        {
            exit = await RecordAsync(exit);
        }

        SessionFiles.Write(folder.ExitFile, exit, SessionJson.Default.SessionExit);
    }

    private async Task<SessionExit> RecordAsync(SessionExit exit)
    {
        try
        {
            var repository = await GitRepository.OpenAsync(
                order.Repository, AgentEnvironment.OfGit(folder, environment), CancellationToken.None);
            var message = await CheckoutMessage.NewestAsync(repository, folder.Checkout, order.BaseCommit, CancellationToken.None);
            var snapshot = await new SessionCheckouts(repository).SnapshotAsync(
                new SnapshotRequest
                {
                    Folder = folder.Checkout,
                    Base = order.BaseCommit,
                    Author = new GitSignature(order.Author, exit.EndedAt),
                    Message = (message ?? order.Title) + "\n",
                    ExcludedPaths = NeverPatched.Paths(order),
                },
                CancellationToken.None);
            return exit with
            {
                Commit = snapshot.Commit?.Value,
                Notes = [.. exit.Notes, .. snapshot.NestedRepositories.Select(
                    path => $"{Printable.Escape(path)} is a git repository inside the checkout: its files were taken as plain files")],
            };
        }
        catch (TroupeException failure)
        {
            var state = exit.State == SessionState.Completed ? SessionState.Failed : exit.State;
            return exit with
            {
                State = state,
                Notes = [.. exit.Notes, $"what the checkout holds could not be recorded, it is kept in {folder.Checkout}: {failure.Message}"],
            };
        }
    }
}
