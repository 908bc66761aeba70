using Troupe.Testing;

namespace Troupe.Git.Tests;

/// <summary>Paths that are no work of the session, in repositories that ignore them.</summary>
public sealed class ExcludedPathsTests
{
    private const string Excluded = ".team/mail";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SnapshotAsync_ExcludedFolderIsIgnored_TakesTheRest()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"), (".team/.gitignore", "/mail/\n"));

        var snapshot = await SnapshotAsync(sandbox, ("a.txt", "2\n"), (".team/mail/events.jsonl", "forged\n"));

        (await ListAsync(snapshot)).ShouldBe(".team/.gitignore a.txt");
        (await ShowAsync(snapshot, "a.txt")).ShouldBe("2\n");
    }

    [Fact]
    public async Task SnapshotAsync_ExcludedFolderIsIgnoredAndTracked_KeepsWhatTheBaseHas()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"), (".team/mail/events.jsonl", "true\n"));
        await sandbox.CommitAsync("Ignore it from now on", (".team/.gitignore", "/mail/\n"));

        var snapshot = await SnapshotAsync(
            sandbox, ("a.txt", "2\n"), (".team/mail/events.jsonl", "forged\n"), (".team/mail/more.jsonl", "forged\n"));

        (await ListAsync(snapshot)).ShouldBe(".team/.gitignore .team/mail/events.jsonl a.txt");
        (await ShowAsync(snapshot, "a.txt")).ShouldBe("2\n");
        (await ShowAsync(snapshot, ".team/mail/events.jsonl")).ShouldBe("true\n");
    }

    private static async Task<SessionSnapshot> SnapshotAsync(GitSandbox sandbox, params (string Path, string? Content)[] changes)
    {
        var repository = await sandbox.OpenAsync();
        var checkouts = new SessionCheckouts(repository);
        var start = await repository.ResolveAsync("HEAD", Token);
        await checkouts.CreateAsync(
            new CheckoutRequest
            {
                Folder = sandbox.Beside("checkout"),
                Base = start,
                Identity = GitSandbox.Author.Identity,
                Branch = "troupe/s1-curator-1",
                ExcludedPaths = [Excluded],
            },
            Token);
        GitSandbox.WriteIn(sandbox.Beside("checkout"), changes);
        return await checkouts.SnapshotAsync(
            new SnapshotRequest
            {
                Folder = sandbox.Beside("checkout"),
                Base = start,
                Author = GitSandbox.Author,
                Message = "Change",
                ExcludedPaths = [Excluded],
            },
            Token);
    }

    private static async Task<string> ListAsync(SessionSnapshot snapshot) =>
        string.Join(' ', (await GitAsync(snapshot, "ls-tree", "-r", "--name-only", snapshot.Tree.Value)).Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static Task<string> ShowAsync(SessionSnapshot snapshot, string path) =>
        GitAsync(snapshot, "cat-file", "blob", $"{snapshot.Tree.Value}:{path}");

    private static async Task<string> GitAsync(SessionSnapshot snapshot, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };
        var git = new GitExecutor(snapshot.GitDirectory, environment, ConfigurationScope.DirectoryOnly);
        return (await git.RunAsync(arguments, GitCall.Plain, Token)).OutputText;
    }
}
