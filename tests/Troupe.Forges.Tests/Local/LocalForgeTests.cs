using Troupe.Core;
using Troupe.Git;
using Troupe.Testing;

namespace Troupe.Forges.Tests;

public sealed class LocalForgeTests
{
    private static readonly PersonaId Curator = PersonaId.Parse("curator");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PinPatchAsync_FromASessionsSnapshot_KeepsItInTheRepository()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        var snapshot = await ChangeAsync(sandbox, repository, head);
        var patch = PatchId.Of(head, snapshot.Tree);
        var forge = new LocalForge(repository);

        await forge.PinPatchAsync(patch, snapshot.Commit!.Value, snapshot.GitDirectory, Token);
        await forge.PinPatchAsync(patch, snapshot.Commit!.Value, snapshot.GitDirectory, Token);
        Directory.Delete(snapshot.GitDirectory, recursive: true);

        (await sandbox.GitAsync("show", $"refs/troupe/patches/{patch}:new.txt")).ShouldBe("new");
        await sandbox.GitAsync("gc", "--quiet", "--prune=now");
        (await sandbox.GitAsync("show", $"refs/troupe/patches/{patch}:new.txt")).ShouldBe("new");
    }

    [Fact]
    public async Task PinPatchAsync_TheSamePatchAsAnotherCommit_StaysAsItIs()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        var first = sandbox.CommitTree(head, "one", ("a.txt", "2\n"));
        var second = sandbox.CommitTree(head, "two", ("a.txt", "2\n"));
        var patch = PatchId.Of(head, await repository.TreeOfAsync(first, Token));
        var forge = new LocalForge(repository);

        await forge.PinPatchAsync(patch, first, null, Token);
        await forge.PinPatchAsync(patch, second, null, Token);
        (await repository.Refs.FindAsync(LocalRefs.Patch(patch), Token)).ShouldBe(first);
    }

    [Fact]
    public async Task PublishAttemptAsync_SecondAttempt_ReplacesTheFirst()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        var forge = new LocalForge(repository);
        var second = sandbox.CommitTree(head, "two", ("a.txt", "2\n"));
        await forge.PublishAttemptAsync(7, Curator, sandbox.CommitTree(head, "one", ("a.txt", "1\n")), null, Token);
        await forge.PublishAttemptAsync(7, Curator, second, null, Token);
        await forge.PublishAttemptAsync(70, Curator, head, null, Token);

        (await forge.AttemptsAsync(7, Token)).ShouldBe([new SprintAttempt(Curator, second)]);
        (await forge.AttemptsAsync(8, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task PinBaseAsync_ThenUnpin_LeavesNothing()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var forge = new LocalForge(repository);
        await forge.PinBaseAsync(3, await repository.ResolveAsync("HEAD", Token), Token);
        (await repository.Refs.FindAsync("refs/troupe/bases/sprint-3", Token)).ShouldNotBeNull();
        await forge.UnpinBaseAsync(3, Token);
        await forge.UnpinBaseAsync(3, Token);
        (await repository.Refs.ListAsync("refs/troupe", Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task PublishLandingAsync_NewThenAgainThenOnwards_Lands()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        var (first, second) = (sandbox.CommitTree(head, "one", ("a.txt", "2\n")), sandbox.CommitTree(head, "two", ("a.txt", "3\n")));
        var forge = new LocalForge(repository);

        var landed = new LandingOutcome.Landed("refs/heads/troupe/sprint-7", first);
        (await forge.PublishLandingAsync(7, first, null, Token)).ShouldBe(landed);
        (await forge.PublishLandingAsync(7, first, null, Token)).ShouldBe(landed);
        (await forge.PublishLandingAsync(7, second, null, Token)).ShouldBe(new LandingOutcome.Moved(landed.Branch, first));
        (await forge.PublishLandingAsync(7, second, first, Token)).ShouldBe(landed with { Commit = second });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FastForwardTargetAsync_CheckedOut_IsLeftAlone(bool inALinkedWorktree)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var folder = inALinkedWorktree ? await sandbox.AddWorktreeAsync("side") : sandbox.WorkTree;
        var branch = inALinkedWorktree ? "side" : "main";
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        var next = sandbox.CommitTree(head, "next", ("a.txt", "2\n"));

        var outcome = await new LocalForge(repository).FastForwardTargetAsync(branch, next, head, Token);
        outcome.ShouldBe(new LandingOutcome.InUse($"refs/heads/{branch}", folder, "checked out"));
        (await repository.Refs.FindAsync($"refs/heads/{branch}", Token)).ShouldBe(head);
        (await sandbox.GitInAsync(folder, "status", "--porcelain")).ShouldBeEmpty();
    }

    [Fact]
    public async Task FastForwardTargetAsync_BeingRebased_IsLeftAlone()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var linked = await sandbox.AddWorktreeAsync("side");
        GitSandbox.WriteIn(linked, ("a.txt", "side\n"));
        await sandbox.GitInAsync(linked, "commit", "--quiet", "-am", "Side");
        await sandbox.CommitAsync("Main", ("a.txt", "main\n"));
        await Should.ThrowAsync<TroupeException>(() => sandbox.GitInAsync(linked, "rebase", "--quiet", "main"));
        var repository = await sandbox.OpenAsync();
        var side = await repository.ResolveAsync("side", Token);

        var outcome = await new LocalForge(repository).FastForwardTargetAsync("side", sandbox.CommitTree(side, "next", ("a.txt", "2\n")), side, Token);
        outcome.ShouldBe(new LandingOutcome.InUse("refs/heads/side", linked, "being rebased"));
    }

    [Fact]
    public async Task FastForwardTargetAsync_FreeBranch_MovesOnlyForward()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        await sandbox.GitAsync("branch", "release");
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        var (next, other) = (sandbox.CommitTree(head, "next", ("a.txt", "2\n")), sandbox.CommitTree(null, "other", ("a.txt", "3\n")));
        var forge = new LocalForge(repository);

        (await forge.FastForwardTargetAsync("release", other, head, Token)).ShouldBe(new LandingOutcome.NotAhead("refs/heads/release", head));
        (await forge.FastForwardTargetAsync("release", next, head, Token)).ShouldBe(new LandingOutcome.Landed("refs/heads/release", next));
        (await forge.FastForwardTargetAsync("release", next, head, Token)).ShouldBe(new LandingOutcome.Landed("refs/heads/release", next));
        (await forge.FastForwardTargetAsync("main-that-is-not", next, head, Token)).ShouldBe(new LandingOutcome.Moved("refs/heads/main-that-is-not", null));
    }

    [Fact]
    public async Task FastForwardTargetAsync_BareRepository_MovesItsHeadsBranch()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync(await sandbox.CloneBareAsync());
        var head = await repository.ResolveAsync("HEAD", Token);
        var writer = new ObjectWriter(Path.Combine(repository.CommonDirectory, "objects"), ObjectFormat.Sha1);
        var next = writer.WriteCommit(new CommitDraft { Tree = writer.WriteTree([]), Parents = [head], Author = GitSandbox.Author, Message = "Next" });
        (await new LocalForge(repository).FastForwardTargetAsync("refs/heads/main", next, head, Token)).ShouldBeOfType<LandingOutcome.Landed>();
    }

    private static async Task<SessionSnapshot> ChangeAsync(GitSandbox sandbox, GitRepository repository, CommitId head)
    {
        var checkouts = new SessionCheckouts(repository);
        var folder = sandbox.Beside("checkout");
        await checkouts.CreateAsync(new CheckoutRequest { Folder = folder, Base = head, Identity = GitSandbox.Author.Identity }, Token);
        GitSandbox.WriteIn(folder, ("new.txt", "new\n"));
        var request = new SnapshotRequest { Folder = folder, Base = head, Author = GitSandbox.Author, Message = "Change" };
        return await checkouts.SnapshotAsync(request, Token);
    }
}
