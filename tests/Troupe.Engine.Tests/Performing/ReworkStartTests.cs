using Troupe.Core;
using Troupe.Forges;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Engine.Tests.Performing;

/// <summary>A rework's checkout starts from what still merges; where that cannot be made, somebody is told.</summary>
public sealed class ReworkStartTests
{
    private static readonly PatchConflicted Conflict = (PatchConflicted)Samples.Of("patch_conflicted");

    private static readonly (string Path, string Content) Settings = (".team/troupe.toml", Scene.Settings);

    [Fact]
    public async Task Prepare_SomeOfThePatchMerges_StartsAtACommitOnTheTip()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var command = await CommandAsync(sandbox);

        var start = await PrepareAsync(sandbox, command);

        start.Caution.ShouldBeNull();
        var commit = start.Commit.ShouldNotBeNull();
        (await sandbox.GitAsync("rev-parse", $"{commit}^")).ShouldBe(command.Base.Value);
        (await sandbox.GitAsync("diff", "--name-only", $"{commit}^", commit.Value)).ShouldBe("new.txt");
        (await sandbox.GitAsync("rev-parse", LocalRefs.Rework(command.Session))).ShouldBe(commit.Value);
    }

    [Fact]
    public async Task Prepare_CrashBetweenMakingAndStarting_MakesTheSameCommitAgain()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var command = await CommandAsync(sandbox);
        var first = (await PrepareAsync(sandbox, command)).Commit.ShouldNotBeNull();

        (await PrepareAsync(sandbox, command)).Commit.ShouldBe(first);
        await sandbox.GitAsync("update-ref", "-d", LocalRefs.Rework(command.Session));
        LosePacks(sandbox);
        (await PrepareAsync(sandbox, command)).Commit.ShouldBe(first);
        (await sandbox.GitAsync("rev-parse", LocalRefs.Rework(command.Session))).ShouldBe(first.Value);
    }

    [Fact]
    public async Task Prepare_PatchThatGitCannotRead_SaysWhyItStartsFromTheTip()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var command = await CommandAsync(sandbox);
        await LoseAsync(sandbox);

        var start = await PrepareAsync(sandbox, command);

        start.Commit.ShouldBeNull();
        start.Caution.ShouldNotBeNull().ShouldStartWith("What still merges of the earlier patch could not be applied, so the checkout starts from the tip: ");
    }

    [Fact]
    public async Task Prepare_PatchWithoutARef_SaysWhyItStartsFromTheTip()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var command = await CommandAsync(sandbox);
        await sandbox.GitAsync("update-ref", "-d", LocalRefs.Patch(Conflict.Patch));

        (await PrepareAsync(sandbox, command)).Caution.ShouldNotBeNull().ShouldEndWith($"{LocalRefs.Patch(Conflict.Patch)} is gone.");
    }

    [Fact]
    public async Task Prepare_NoConflictOrNothingThatMerges_StartsAtTheBaseWithoutAWord()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var command = await CommandAsync(sandbox, ("a.txt", "theirs\n"));

        (await PrepareAsync(sandbox, command)).ShouldBe(StartPoint.AtBase);
        (await PrepareAsync(sandbox, command with { Conflict = null })).ShouldBe(StartPoint.AtBase);
    }

    [Fact]
    public async Task Start_WithoutTheKit_TellsTheAgentAndTheLog()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var agent = new StubbornAgent();
        var workplace = await Scene.OpenAsync(sandbox) with { Agents = agent };
        var dossier = new Dossier { Session = "s7-curator-1", Patch = Conflict.Patch.Value, Text = "Both sides.\n", Files = [] };
        var report = await dossier.StoreAsync(workplace.Blobs, Scene.Token);
        var command = await CommandAsync(sandbox);
        await LoseAsync(sandbox);

        var events = await new SessionStarter(workplace).PerformAsync(
            Scene.Running(), command with { Conflict = Conflict with { Report = report } }, Scene.Token);

        var caution = events.ShouldHaveSingleItem().ShouldBeOfType<SessionStarted>().Caution.ShouldNotBeNull();
        var asked = agent.Asked.ShouldNotBeNull();
        asked.StartAt.ShouldBeNull();
        asked.Prompt.ShouldContain($"Both sides.\n\n{caution} Make your whole change again.\n");
        asked.Prompt.ShouldNotContain("is in it already");
    }

    private static async Task<StartPoint> PrepareAsync(GitSandbox sandbox, StartSession command) =>
        await new ReworkStart(await Scene.OpenAsync(sandbox)).PrepareAsync(command, Scene.Token);

    /// <summary>Of a patch that collides in a.txt with what has landed.</summary>
    private static async Task<StartSession> CommandAsync(GitSandbox sandbox, params (string Path, string Content)[] wanted)
    {
        (string, string)[] files = wanted is [] ? [Settings, ("a.txt", "theirs\n"), ("new.txt", "new\n")] : [Settings, .. wanted];
        var main = CommitId.Parse(await sandbox.GitAsync("rev-parse", "main"));
        var patch = sandbox.CommitTree(main, "Wanted", files);
        await sandbox.GitAsync("update-ref", LocalRefs.Patch(Conflict.Patch), patch.Value);
        return new StartSession
        {
            Key = "start",
            Session = SessionId.Parse("s7-curator-2"),
            Base = sandbox.CommitTree(main, "Landed", Settings, ("a.txt", "ours\n")),
            Reason = RunReason.Conflict,
            Mails = [],
            Conflict = Conflict,
            Timeout = TimeSpan.FromMinutes(1),
        };
    }

    // What the kit needs is published as a pack; the test's own commits are loose.
    private static void LosePacks(GitSandbox sandbox)
    {
        var packs = Directory.GetFiles(Path.Combine(sandbox.GitDirectory, "objects", "pack"));
        packs.ShouldNotBeEmpty();
        Array.ForEach(packs, File.Delete);
    }

    private static async Task LoseAsync(GitSandbox sandbox)
    {
        var tree = await sandbox.GitAsync("rev-parse", $"{LocalRefs.Patch(Conflict.Patch)}^{{tree}}");
        File.Delete(Path.Combine(sandbox.GitDirectory, "objects", tree[..2], tree[2..]));
    }
}
