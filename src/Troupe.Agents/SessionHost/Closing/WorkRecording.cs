using Troupe.Core;
using Troupe.Git;

namespace Troupe.Agents;

/// <summary>Records what a checkout holds. What cannot be recorded stays in the checkout, and the session's exit says so.</summary>
internal sealed class WorkRecording(SessionOrder? order, SessionFolder folder, IReadOnlyDictionary<string, string> environment)
{
    public async Task<SessionExit> RecordAsync(SessionExit exit)
    {
        try
        {
            return await RecordAsync(exit, order ?? throw new TroupeException(ErrorCode.Agent, "request.json is missing or damaged."));
        }
        catch (Exception failure) when (failure is TroupeException or IOException or UnauthorizedAccessException)
        {
            return exit with { Unrecorded = true, Notes = [.. exit.Notes, Kept(folder, failure.Message)] };
        }
    }

    /// <summary>In words: what was made, where it is, and why it is nowhere else.</summary>
    public static string Kept(SessionFolder folder, string obstacle) =>
        $"what the checkout holds could not be recorded, it is kept in {folder.Checkout}: {Printable.Escape(obstacle)}";

    private async Task<SessionExit> RecordAsync(SessionExit exit, SessionOrder known)
    {
        var repository = await GitRepository.OpenAsync(
            known.Repository, AgentEnvironment.OfGit(folder, environment), CancellationToken.None);
        var message = await CheckoutMessage.NewestAsync(repository, folder.Checkout, known.BaseCommit, CancellationToken.None);
        var snapshot = await new SessionCheckouts(repository).SnapshotAsync(
            new SnapshotRequest
            {
                Folder = folder.Checkout,
                Base = known.BaseCommit,
                Author = new GitSignature(known.Author, exit.EndedAt),
                Message = (message ?? known.Title) + "\n",
                ExcludedPaths = NeverPatched.Paths(known),
            },
            CancellationToken.None);
        return exit with
        {
            Commit = snapshot.Commit?.Value,
            Notes =
            [
                .. exit.Notes,
                .. snapshot.NestedRepositories.Select(
                    path => $"{Printable.Escape(path)} is a git repository inside the checkout: its files were taken as plain files"),
                .. snapshot.SpecialFiles.Select(
                    path => $"{Printable.Escape(path)} was a pipe, socket or device, which no patch can hold: it was removed from the checkout"),
            ],
        };
    }
}
