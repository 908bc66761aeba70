using Troupe.Core;
using Troupe.EventLog;
using Troupe.Testing;

namespace Troupe.Mail.Tests;

public sealed class OutboxFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_NamedByTheEnvironment_IsThatFolder() =>
        OutboxFolder.Find("/work", new Dictionary<string, string>(StringComparer.Ordinal) { ["TROUPE_OUTBOX"] = "../out" }).Folder.ShouldBe("/out");

    [Fact]
    public void Find_InACheckout_IsInItsTeamFolder()
    {
        Directory.CreateDirectory(_folder[".git"]);
        Directory.CreateDirectory(_folder["a/b"]);

        OutboxFolder.Find(_folder["a/b"], new Dictionary<string, string>(StringComparer.Ordinal)).Folder.ShouldBe(_folder[".team/outbox"]);
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
}
