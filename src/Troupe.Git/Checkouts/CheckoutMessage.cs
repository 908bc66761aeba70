using Troupe.Core;

namespace Troupe.Git;

/// <summary>What an agent that committed its work said about it.</summary>
public static class CheckoutMessage
{
    private const int Longest = 16 * 1024;

    // The checkout's own settings were in the agent's hands: none of them may start a program here.
    private static readonly string[] Harmless = ["-c", "log.showSignature=false", "-c", "core.fsmonitor=false", "-c", "core.pager=cat"];

    // Nor may a missing object be fetched from wherever those settings say, by whatever program they name.
    private static readonly GitCall Confined = new()
    {
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GIT_ALLOW_PROTOCOL"] = "none",
            ["GIT_NO_LAZY_FETCH"] = "1",
        },
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>
    /// The message of the newest commit that is not part of the base's history. Null: there is none, or the checkout's git
    /// directory is not usable any more. A message is metadata; nothing is lost without it.
    /// </summary>
    public static async Task<string?> NewestAsync(
        GitRepository repository, string checkoutFolder, CommitId baseCommit, CancellationToken cancellationToken)
    {
        var directory = Path.Combine(checkoutFolder, ".git");
        if (!Directory.Exists(directory))
        {
            return null;
        }

        try
        {
            var log = await repository.Git.For(directory, ConfigurationScope.DirectoryOnly).TryRunAsync(
                [.. Harmless, "log", "-1", "--no-merges", "--encoding=UTF-8", "--format=%B", $"{baseCommit}..HEAD", "--"],
                Confined,
                cancellationToken);
            var message = log.ExitCode == 0 ? log.OutputText.Trim() : "";
            return message.Length == 0 ? null : message[..Math.Min(message.Length, Longest)];
        }
        catch (TroupeException)
        {
            // A git directory that git cannot read has no message to give.
            return null;
        }
    }
}
