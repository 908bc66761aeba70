using Troupe.Core;
using Troupe.Git;
using Troupe.Processes;

namespace Troupe.Agents;

/// <summary>Makes the checkout that the agent will find.</summary>
internal sealed class CheckoutPreparation(SessionOrder order, SessionFolder folder, IReadOnlyDictionary<string, string> environment)
{
    /// <exception cref="TroupeException">The repository cannot be checked out at the base.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        // What an earlier host left half made, and may still be making: the agent was never started in it, or we would not be here.
        await Leftovers.EndMarkedAsync(AgentEnvironment.SessionFolderVariable, folder.Path);
        Delete(folder.Checkout);
        Delete(folder.SnapshotDirectory);
        var repository = await GitRepository.OpenAsync(order.Repository, AgentEnvironment.OfGit(folder, environment), cancellationToken);
        await new SessionCheckouts(repository).CreateAsync(
            new CheckoutRequest
            {
                Folder = folder.Checkout,
                Base = order.StartCommit,
                Identity = order.Author,
                Branch = $"troupe/{order.Session}",
                ExcludedPaths = NeverPatched.Paths(order),
            },
            cancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder.Checkout, ".git", TeamHome.PointerFile), order.Team + "\n", cancellationToken);
        Directory.CreateDirectory(folder.Outbox);
        foreach (var file in order.Files)
        {
            await PlaceAsync(file, cancellationToken);
        }
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private async Task PlaceAsync(SessionOrder.PlacedFile file, CancellationToken cancellationToken)
    {
        if (Path.IsPathRooted(file.Path) || file.Path.Split('/').Any(part => part is "" or "." or ".." or ".git"))
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument, $"'{Printable.Escape(file.Path)}' cannot be laid into a checkout: it leads out of it or into .git.");
        }

        var target = Path.Combine(folder.Checkout, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await File.WriteAllBytesAsync(target, file.Content, cancellationToken);
    }
}
