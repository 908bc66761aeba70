using Troupe.Core;

namespace Troupe.Engine.Tests;

public sealed class TipSettingsTests
{
    [Fact]
    public async Task ReadAsync_CommitHasSettings_AreThoseAndNotTheCheckouts()
    {
        using var sandbox = await Scene.RepositoryAsync((".team/troupe.toml", Scene.Settings + "\n[weaver]\nunion.paths = [\"CHANGELOG.md\"]\n"));
        var tip = CommitId.Parse(await sandbox.GitAsync("rev-parse", "HEAD"));
        sandbox.Write((".team/troupe.toml", Scene.Settings));

        (await TipSettings.ReadAsync(await Scene.OpenAsync(sandbox), tip, Scene.Token)).Weaver.UnionPaths.ShouldBe(["CHANGELOG.md"]);
    }

    [Fact]
    public async Task ReadAsync_CommitHasNone_AreTheCheckouts()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var tip = CommitId.Parse(await sandbox.CommitAsync("Without", (".team/troupe.toml", null)));
        sandbox.Write((".team/troupe.toml", Scene.Settings + "\n[weaver]\nunion.paths = [\"NEWS\"]\n"));

        (await TipSettings.ReadAsync(await Scene.OpenAsync(sandbox), tip, Scene.Token)).Weaver.UnionPaths.ShouldBe(["NEWS"]);
    }

    [Fact]
    public async Task ReadAsync_CommitHasBrokenSettings_NamesTheCommitAndTheLine()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var workplace = await Scene.OpenAsync(sandbox);
        var tip = CommitId.Parse(await sandbox.CommitAsync("Broken", (".team/troupe.toml", Scene.Settings + "\n[weaver]\nunion.path = []\n")));

        var failure = await Should.ThrowAsync<TroupeException>(() => TipSettings.ReadAsync(workplace, tip, Scene.Token));
        failure.Code.ShouldBe(ErrorCode.InvalidSettings);
        failure.Message.ShouldContain($"{tip.Value[..12]}:.team/troupe.toml");
    }

    [Fact]
    public async Task ReadAsync_Replay_DoesNotFollowTheTip()
    {
        using var sandbox = await Scene.RepositoryAsync((".team/troupe.toml", Scene.Settings + "\n[weaver]\nunion.paths = [\"x\"]\n"));
        var tip = CommitId.Parse(await sandbox.GitAsync("rev-parse", "HEAD"));
        sandbox.Write((".team/troupe.toml", Scene.Settings));
        var workplace = await Scene.OpenAsync(sandbox) with { SettingsFollowTip = false };

        (await TipSettings.ReadAsync(workplace, tip, Scene.Token)).ShouldBe(workplace.Settings);
    }
}
