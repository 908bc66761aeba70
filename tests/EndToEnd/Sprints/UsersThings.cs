using Troupe.Testing;

namespace Troupe.EndToEnd;

/// <summary>Everything in a repository that is the user's: files, index, HEAD, settings, reflog, stash and branches, as one text.</summary>
internal static class UsersThings
{
    public static async Task<string> OfAsync(Stage stage)
    {
        var checkout = GitSandbox.Fingerprint(stage.Repository)
            .Where(file => !file.Key.StartsWith(".git/", StringComparison.Ordinal)
                && !file.Key.StartsWith(".team/mail/", StringComparison.Ordinal)
                && !file.Key.StartsWith(".team/sprints/", StringComparison.Ordinal));
        var git = GitSandbox.Fingerprint(Path.Combine(stage.Repository, ".git"))
            .Where(file => file.Key is "HEAD" or "index" or "config" or "packed-refs" or "ORIG_HEAD" or "info/exclude"
                || file.Key.StartsWith("logs/", StringComparison.Ordinal) && !file.Key.Contains("troupe", StringComparison.Ordinal));
        var refs = (await stage.GitAsync("for-each-ref", "--format=%(refname) %(objectname)")).Split('\n')
            .Where(line => !line.StartsWith("refs/troupe/", StringComparison.Ordinal)
                && !line.StartsWith("refs/heads/troupe/sprint-", StringComparison.Ordinal));
        return string.Join(
            '\n',
            checkout.Concat(git).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value} {file.Key}").Concat(refs));
    }
}
