using Troupe.Core;
using Troupe.Git;
using Troupe.Personas;
using Troupe.Rehearsal.Demo;

namespace Troupe.Rehearsal.Tests.Demo;

public sealed class DemoRepositoryTests
{
    private static readonly Dictionary<string, string> Caller = new(StringComparer.Ordinal)
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
        ["HOME"] = "/nowhere",
        ["GIT_DIR"] = "/nowhere",
        ["TROUPE_TEAM"] = "/nowhere",
        ["JULES_PERSONA"] = "bolt",
    };

    [Fact]
    public async Task CreateAsync_TwoScratches_GiveTheSameCommit()
    {
        using var first = new DemoScratch(keep: false);
        using var second = new DemoScratch(keep: false);

        var one = await DemoRepository.CreateAsync(first.Repository, first.Environment(Caller), TestContext.Current.CancellationToken);
        var other = await DemoRepository.CreateAsync(second.Repository, second.Environment(Caller), TestContext.Current.CancellationToken);

        other.ShouldBe(one);
        var opened = await GitRepository.OpenAsync(first.Repository, first.Environment(Caller), TestContext.Current.CancellationToken);
        opened.WorkTree.ShouldNotBeNull();
        (await opened.Git.RunAsync(["status", "--porcelain"], new GitCall { WorkingDirectory = first.Repository }, TestContext.Current.CancellationToken))
            .OutputText.ShouldBeEmpty();
    }

    [Fact]
    public void Team_OfTheDemo_IsOneThatTroupeReads()
    {
        using var scratch = new DemoScratch(keep: false);
        var tree = new WorkingTree(scratch.Repository);
        foreach (var (path, text) in DemoTeam.Write())
        {
            tree.Write(path, text);
        }

        var home = new TeamHome(Path.Combine(scratch.Repository, ".team"));
        var (roster, problems) = Roster.Inspect(home);
        var settings = Settings.Load(home);

        problems.ShouldBeEmpty();
        roster.Personas.Count(persona => persona.Kind == PersonaKind.Ai).ShouldBe(23);
        settings.AgentFor(null).Command.ShouldBe(["troupe", "dev", "demo-persona"]);
        settings.Weaver.Verify.ShouldHaveSingleItem().Command.ShouldBe(["sh", "check.sh"]);
    }

    [Fact]
    public void Environment_OfAScratch_HidesTheCallersOwn()
    {
        using var scratch = new DemoScratch(keep: false);

        var environment = scratch.Environment(Caller);

        environment.Keys.ShouldBe(["HOME", "PATH", "XDG_STATE_HOME"], ignoreOrder: true);
        environment["PATH"].ShouldStartWith(scratch.Programs + ":");
        environment["HOME"].ShouldBe(scratch.Home);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dispose_KeepsTheFolderOnlyWhenAsked(bool keep)
    {
        var scratch = new DemoScratch(keep);
        scratch.Dispose();

        Directory.Exists(scratch.Folder).ShouldBe(keep);
        if (keep)
        {
            Directory.Delete(scratch.Folder, recursive: true);
        }
    }

    [Fact]
    public void Link_LauncherForMailBesideTheProgram_IsPreferred()
    {
        using var scratch = new DemoScratch(keep: false);
        var program = Path.Combine(scratch.Home, "troupe");
        DemoPrograms.Link(scratch.Programs, program);
        File.ResolveLinkTarget(Path.Combine(scratch.Programs, "jules-mail"), returnFinalTarget: false)!.FullName.ShouldBe(program);

        using var other = new DemoScratch(keep: false);
        File.WriteAllText(Path.Combine(scratch.Home, "jules-mail"), "");
        DemoPrograms.Link(other.Programs, program);
        File.ResolveLinkTarget(Path.Combine(other.Programs, "jules-mail"), returnFinalTarget: false)!.Name.ShouldBe("jules-mail");
    }
}
