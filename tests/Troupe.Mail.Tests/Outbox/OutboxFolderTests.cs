using Troupe.Core;
using Troupe.EventLog;
using Troupe.Testing;

namespace Troupe.Mail.Tests;

public sealed class OutboxFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TryFind_NamedByTheEnvironment_IsThatFolder() => Find("/work", ("TROUPE_OUTBOX", "../out")).ShouldBe("/out");

    [Fact]
    public void TryFind_SessionInItsCheckout_IsInThatCheckoutsTeamFolder()
    {
        Directory.CreateDirectory(_folder[".git"]);
        Directory.CreateDirectory(_folder["a/b"]);

        Find(_folder["a/b"], ("TROUPE_SESSION", "s7-bolt-1")).ShouldBe(_folder[".team/outbox"]);
    }

    [Fact]
    public void TryFind_SessionWhoseEnvironmentIsHidden_IsKnownByItsCheckout()
    {
        Directory.CreateDirectory(_folder[".git"]);
        File.WriteAllText(_folder[".git/troupe-team"], "/elsewhere/.team\n");

        Find(_folder.Path).ShouldBe(_folder[".team/outbox"]);
    }

    [Fact]
    public void TryFind_OutsideOfASession_IsNone()
    {
        Directory.CreateDirectory(_folder[".git"]);

        Find(_folder.Path).ShouldBeNull();
    }

    [Fact]
    public async Task WriteAsync_Text_IsOneWholeFile()
    {
        var id = RecordId.New(new FixedClock());

        var file = await new OutboxFolder(_folder["out"]).WriteAsync(id, "olá", TestContext.Current.CancellationToken);

        File.ReadAllText(file).ShouldBe("olá");
        Directory.GetFiles(_folder["out"]).ShouldBe([Path.Combine(_folder["out"], $"{id}.md")]);
    }

    [Fact]
    public async Task WriteAsync_FolderThatCannotBe_SaysWhatToDo()
    {
        await File.WriteAllTextAsync(_folder["file"], "", TestContext.Current.CancellationToken);

        var refused = await Should.ThrowAsync<TroupeException>(
            () => new OutboxFolder(_folder["file"]).WriteAsync(RecordId.New(new FixedClock()), "x", TestContext.Current.CancellationToken));

        refused.Code.ShouldBe(ErrorCode.Storage);
        refused.Message.ShouldContain("TROUPE_OUTBOX");
    }

    private static string? Find(string folder, params (string Name, string Value)[] environment) =>
        OutboxFolder.TryFind(folder, environment.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal))?.Folder;
}
