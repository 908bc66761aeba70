using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

public sealed class SprintCautionsTests
{
    private const string Check = "[[weaver.verify]]\nname = \"test\"\ncommand = \"true\"\n";

    [Fact]
    public async Task OfAsync_TeamAsCommittedWithACheck_IsNothing()
    {
        using var sandbox = await RepositoryAsync();

        (await CautionsAsync(sandbox)).ShouldBeEmpty();
    }

    [Fact]
    public async Task OfAsync_SettingsThatDiffer_SaysWhichHoldWhere()
    {
        using var sandbox = await RepositoryAsync();
        sandbox.Write((".team/troupe.toml", Scene.Settings));

        (await CautionsAsync(sandbox)).ShouldBe([".team/troupe.toml differs from main: checks are taken from the commit, the rest from the file."]);
    }

    [Fact]
    public async Task OfAsync_PromptsThatDiffer_AreNamed()
    {
        using var sandbox = await RepositoryAsync();
        var prompt = Path.Combine(sandbox.WorkTree, ".team", "personas", "curator", "prompt.md");
        await File.AppendAllTextAsync(prompt, "More.\n", Scene.Token);

        (await CautionsAsync(sandbox)).ShouldBe(["the prompt of curator in .team/personas differs from main: sessions get what the files here say."]);
    }

    [Fact]
    public async Task OfAsync_CheckoutThatChangesLineEndings_IsNoDifference()
    {
        using var sandbox = await RepositoryAsync();
        await sandbox.GitAsync("config", "core.autocrlf", "true");
        sandbox.Write((".team/troupe.toml", (Scene.Settings + Check).Replace("\n", "\r\n", StringComparison.Ordinal)));

        (await CautionsAsync(sandbox)).ShouldBeEmpty();
    }

    [Fact]
    public async Task OfAsync_TeamThatWasNeverCommitted_SaysWhatHolds()
    {
        using var sandbox = await RepositoryAsync();
        await sandbox.GitAsync("rm", "-r", "--quiet", "--cached", ".team");
        await sandbox.GitAsync("commit", "--quiet", "-m", "Without");

        (await CautionsAsync(sandbox)).ShouldBe(
            [".team is not committed in main: until it is, checks, too, are taken from the files here, and sessions find no .team in their checkout."]);
    }

    [Fact]
    public async Task OfAsync_NoCheckAtAll_SaysThatNothingIsVerified()
    {
        using var sandbox = await Scene.RepositoryAsync();

        (await CautionsAsync(sandbox)).ShouldHaveSingleItem().ShouldStartWith("there is no [[weaver.verify]], so what lands is not verified");
    }

    private static Task<GitSandbox> RepositoryAsync() => Scene.RepositoryAsync((".team/troupe.toml", Scene.Settings + Check));

    private static async Task<IReadOnlyList<string>> CautionsAsync(GitSandbox sandbox)
    {
        var workplace = await Scene.OpenAsync(sandbox);
        return await SprintCautions.OfAsync(workplace, "main", await workplace.Repository.ResolveAsync("main", Scene.Token), Scene.Token);
    }
}
