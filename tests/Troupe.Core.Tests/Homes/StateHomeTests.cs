using Troupe.Testing;

namespace Troupe.Core.Tests.Homes;

public sealed class StateHomeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void For_SamePlaceByALink_IsTheSameFolder()
    {
        Directory.CreateDirectory(_folder["repo/.git"]);
        Directory.CreateSymbolicLink(_folder["link"], _folder["repo"]);

        var direct = StateHome.For(_folder["repo/.git"], State("/state"));
        var linked = StateHome.For(_folder["link/.git"], State("/state"));

        linked.ShouldBe(direct);
        direct.Folder.ShouldStartWith("/state/troupe/repo-");
        Path.GetFileName(direct.Folder).Length.ShouldBe("repo-".Length + 12);
        direct.SessionsFolder.ShouldBe(direct.Folder + "/sessions");
    }

    [Fact]
    public void For_TwoRepositoriesOfOneName_AreApart()
    {
        Directory.CreateDirectory(_folder["a/repo/.git"]);
        Directory.CreateDirectory(_folder["b/repo/.git"]);

        StateHome.For(_folder["a/repo/.git"], State("/state")).ShouldNotBe(StateHome.For(_folder["b/repo/.git"], State("/state")));
    }

    [Theory]
    [InlineData("/x/store.git", "store-")]
    [InlineData("/x/..../.git", "repository-")]
    [InlineData("/x/-rf héllo $(id)/.git", "rfhlloid-")]
    public void For_AnyName_MakesAPlainOne(string common, string expected) =>
        Path.GetFileName(StateHome.For(common, State("/state")).Folder).ShouldStartWith(expected);

    [Fact]
    public void For_NoXdg_UsesHome() => StateHome.For("/x/.git", new Dictionary<string, string> { ["HOME"] = "/home/me", ["XDG_STATE_HOME"] = "relative" })
        .Folder.ShouldStartWith("/home/me/.local/state/troupe/x-");

    [Fact]
    public void For_NoHome_SaysWhatToSet() =>
        Should.Throw<TroupeException>(() => StateHome.For("/x/.git", new Dictionary<string, string>())).Message.ShouldContain("XDG_STATE_HOME");

    [Fact]
    public void RealPath_Circle_IsRefused()
    {
        File.CreateSymbolicLink(_folder["a"], "b");
        File.CreateSymbolicLink(_folder["b"], "a");

        Should.Throw<TroupeException>(() => RealPath.Of(_folder["a"])).Code.ShouldBe(ErrorCode.Storage);
    }

    [Fact]
    public void RealPath_RelativeLinkUpwards_IsFollowed()
    {
        Directory.CreateDirectory(_folder["one/two"]);
        Directory.CreateDirectory(_folder["three"]);
        File.CreateSymbolicLink(_folder["one/two/up"], "../../three");

        RealPath.Of(_folder["one/two/up/file"]).ShouldBe(RealPath.Of(_folder["three"]) + "/file");
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, string> State(string folder) => new(StringComparer.Ordinal) { ["XDG_STATE_HOME"] = folder };
}
