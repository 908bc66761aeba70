using Troupe.Testing;

namespace Troupe.Core.Tests.Homes;

public sealed class TeamHomeTests : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Empty = [];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Find_InASubfolder_IsTheRepositorys()
    {
        using var sandbox = await TeamAsync();
        var deep = Directory.CreateDirectory(Path.Combine(sandbox.WorkTree, "src", "deep")).FullName;

        var home = TeamHome.Find(deep, sandbox.Environment);

        home.TeamFolder.ShouldBe(Path.Combine(sandbox.WorkTree, ".team"));
        home.RepositoryFolder.ShouldBe(sandbox.WorkTree);
        home.SettingsFile.ShouldBe(Path.Combine(sandbox.WorkTree, ".team", "troupe.toml"));
    }

    [Fact]
    public async Task Find_InASampleWithATeamOfItsOwn_IsTheRepositorys()
    {
        using var sandbox = await TeamAsync();
        var sample = Path.Combine(sandbox.WorkTree, "samples");
        Directory.CreateDirectory(Path.Combine(sample, ".team"));

        TeamHome.Find(sample, Empty).RepositoryFolder.ShouldBe(sandbox.WorkTree);
    }

    [Fact]
    public async Task Find_InALinkedWorktree_IsTheMainCheckouts()
    {
        using var sandbox = await TeamAsync();
        await sandbox.GitAsync("worktree", "add", "--quiet", _folder["linked"]);
        Directory.CreateDirectory(Path.Combine(_folder["linked"], ".team"));

        TeamHome.Find(_folder["linked"], Empty).RepositoryFolder.ShouldBe(sandbox.WorkTree);
    }

    [Fact]
    public async Task Find_InALinkedWorktreeOfABareRepository_IsTheWorktreesOwn()
    {
        using var sandbox = await TeamAsync();
        await sandbox.GitAsync("clone", "--quiet", "--bare", sandbox.WorkTree, _folder["store.git"]);
        await new Git.GitExecutor(_folder["store.git"], sandbox.Environment).RunAsync(
            ["worktree", "add", "--quiet", _folder["linked"]], Git.GitCall.Plain, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(_folder["linked"], ".team"));

        TeamHome.Find(_folder["linked"], Empty).RepositoryFolder.ShouldBe(_folder["linked"]);
    }

    [Fact]
    public async Task Find_InASessionsCheckout_FollowsThePointer()
    {
        using var sandbox = await TeamAsync();
        Directory.CreateDirectory(_folder["session/.git"]);
        Directory.CreateDirectory(_folder["session/.team"]);
        await File.WriteAllTextAsync(
            Path.Combine(_folder["session"], ".git", "troupe-team"), Path.Combine(sandbox.WorkTree, ".team") + "\n",
            TestContext.Current.CancellationToken);

        TeamHome.Find(_folder["session"], Empty).RepositoryFolder.ShouldBe(sandbox.WorkTree);
    }

    [Fact]
    public async Task Find_VariableSet_BeatsTheFolder()
    {
        using var sandbox = await TeamAsync();
        Directory.CreateDirectory(_folder["other/.team"]);

        TeamHome.Find(sandbox.WorkTree, With(_folder["other/.team"] + "/")).RepositoryFolder.ShouldBe(_folder["other"]);
    }

    [Fact]
    public async Task Find_InASubmodule_IsTheTeamAroundIt()
    {
        using var sandbox = await TeamAsync();
        var module = Directory.CreateDirectory(Path.Combine(sandbox.WorkTree, "module")).FullName;
        Directory.CreateDirectory(Path.Combine(sandbox.GitDirectory, "modules", "module"));
        await File.WriteAllTextAsync(Path.Combine(module, ".git"), "gitdir: ../.git/modules/module\n", TestContext.Current.CancellationToken);

        TeamHome.Find(module, Empty).RepositoryFolder.ShouldBe(sandbox.WorkTree);
    }

    [Fact]
    public void Find_OutsideEveryRepository_SaysSo()
    {
        var failure = Should.Throw<TroupeException>(() => TeamHome.Find(_folder.Path, Empty));

        failure.Code.ShouldBe(ErrorCode.NoRepository);
        failure.Message.ShouldContain("is in no git repository");
        TeamHome.TryFind(_folder.Path, Empty, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Find_RepositoryWithoutTeam_NamesInit()
    {
        using var sandbox = await GitSandbox.CreateAsync();

        Should.Throw<TroupeException>(() => TeamHome.Find(sandbox.WorkTree, Empty)).Message.ShouldContain("run 'troupe init'");
        TeamHome.Locate(sandbox.WorkTree, Empty)!.TeamFolder.ShouldBe(Path.Combine(sandbox.WorkTree, ".team"));
    }

    [Fact]
    public void Find_VariableNamesAFolderThatIsNoTeam_IsRefused()
    {
        Directory.CreateDirectory(_folder["etc"]);
        Should.Throw<TroupeException>(() => TeamHome.Find(_folder.Path, With(_folder["etc"]))).Message.ShouldContain("that is no team");
        TeamHome.TryFind(_folder.Path, With(_folder["etc"]), out _).ShouldBeFalse();

        Directory.CreateDirectory(_folder["etc/personas"]);
        TeamHome.Find(_folder.Path, With(_folder["etc"])).TeamFolder.ShouldBe(_folder["etc"]);
    }

    [Fact]
    public async Task Find_BareRepository_SaysThatItIsOne()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "1\n"));
        var bare = await sandbox.CloneBareAsync();
        Should.Throw<TroupeException>(() => TeamHome.Find(bare, Empty)).Message.ShouldContain("is a bare repository");
    }

    [Fact]
    public void Find_VariableNamesNoFolder_NamesTheVariable() =>
        Should.Throw<TroupeException>(() => TeamHome.Find(_folder.Path, With(_folder["gone"]))).Message.ShouldStartWith("TROUPE_TEAM names");

    [Theory]
    [InlineData("")]
    [InlineData("gitdir: \n")]
    [InlineData("gitdir: /no/such/folder\n")]
    [InlineData("something else\n")]
    [InlineData("gitdir: a\0b")]
    public void Find_UnreadablePointer_LooksFurtherUp(string content)
    {
        Directory.CreateDirectory(_folder[".team"]);
        Directory.CreateDirectory(_folder["inner"]);
        File.WriteAllText(_folder["inner/.git"], content);

        TeamHome.Find(_folder["inner"], Empty).TeamFolder.ShouldBe(_folder[".team"]);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Dictionary<string, string> With(string team) => new(StringComparer.Ordinal) { [TeamHome.Variable] = team };

    private static async Task<GitSandbox> TeamAsync()
    {
        var sandbox = await GitSandbox.CreateAsync();
        await sandbox.CommitAsync("first", (".team/troupe.toml", ""));
        return sandbox;
    }
}
