using System.Text;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class AttachmentStoreTests : IDisposable
{
    private readonly MailRoom _room = new();

    private AttachmentStore Store => _room.Office.Attachments;

    private string Folder => Path.Combine(_room.Home.TeamFolder, "saved");

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Send_AFileAndALink_ComeBackFromTheLog()
    {
        var file = await StoreAsync("../notes/olá.txt", "hello");
        var sent = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Attachments = [file, Links.Attach("https://example.org/a%20b/design.md?x=1")] });

        sent.Attachments.ShouldBe(
        [
            new Attachment("olá.txt", Sha256.Of("hello"u8).ToString(), 5, "text/plain"),
            new Attachment("design.md", "", 0, "", "https://example.org/a%20b/design.md?x=1"),
        ]);
    }

    [Fact]
    public async Task Save_ANameThatLeadsElsewhere_StaysInTheFolderAndIsItsOwnersAlone()
    {
        var attachment = await StoreAsync("x", "content") with { Name = "../../../etc/cron.d/evil" };

        var first = await Store.SaveAsync(attachment, Folder, TestContext.Current.CancellationToken);
        var second = await Store.SaveAsync(attachment, Folder, TestContext.Current.CancellationToken);

        Directory.GetFiles(Folder).Select(Path.GetFileName).Order().ShouldBe(["evil", "evil (2)"]);
        (await File.ReadAllTextAsync(first, TestContext.Current.CancellationToken)).ShouldBe("content");
        new FileInfo(second).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Save_WhereALinkWaits_DoesNotWriteThroughIt()
    {
        Directory.CreateDirectory(Folder);
        var victim = Path.Combine(_room.Home.TeamFolder, "victim");
        File.CreateSymbolicLink(Path.Combine(Folder, "a.txt"), victim);

        var saved = await Store.SaveAsync(await StoreAsync("a.txt", "x"), Folder, TestContext.Current.CancellationToken);

        Path.GetFileName(saved).ShouldBe("a (2).txt");
        File.Exists(victim).ShouldBeFalse();
    }

    [Fact]
    public async Task Store_MoreThanTheLimit_IsRefusedWithoutReadingItAll()
    {
        using var endless = new EndlessStream();

        (await Should.ThrowAsync<TroupeException>(() => Store.StoreAsync("big.bin", endless, SecretHandling.Refuse, TestContext.Current.CancellationToken)))
            .Code.ShouldBe(ErrorCode.InvalidArgument);
        endless.Given.ShouldBeLessThan(AttachmentStore.Largest + 1024 * 1024);
    }

    [Theory]
    [InlineData("https://example.org/x", true)]
    [InlineData("http://example.org", true)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://example.org/a b", false)]
    [InlineData("notes.txt", false)]
    public void IsWeb_OnlyWebLinks(string text, bool isLink) => Links.IsWeb(text).ShouldBe(isLink);

    [Fact]
    public async Task Send_ALinkOfAnotherKind_IsRefused() =>
        (await Should.ThrowAsync<TroupeException>(() => _room.SendAsync(
            MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Attachments = [new Attachment("x", "", 0, "", "file:///etc/passwd")] })))
        .Code.ShouldBe(ErrorCode.InvalidArgument);

    private async Task<Attachment> StoreAsync(string path, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await Store.StoreAsync(path, stream, SecretHandling.Refuse, TestContext.Current.CancellationToken);
    }
}
