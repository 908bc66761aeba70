using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class FileBlobStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private FileBlobStore Store => new(_folder["blobs"]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200_000)]
    public async Task Put_Content_IsReadBackEqualFromMemoryAndFromAStream(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);

        var fromMemory = await Store.PutAsync(content, CancellationToken.None);
        var fromStream = await Store.PutAsync(new MemoryStream(content), CancellationToken.None);

        fromStream.ShouldBe(fromMemory);
        fromMemory.ShouldBe(new BlobRef(Sha256.Of(content), length));
        (await Store.ExistsAsync(fromMemory.Id, CancellationToken.None)).ShouldBeTrue();
        await using var stream = await Store.OpenAsync(fromMemory.Id, CancellationToken.None);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        copy.ToArray().ShouldBe(content);
        Directory.GetFiles(_folder["blobs"]).ShouldBeEmpty("no draft stays behind");
    }

    [Fact]
    public async Task Put_Files_AreForTheirOwnerAlone()
    {
        var blob = await Store.PutAsync("secret"u8.ToArray(), CancellationToken.None);

        var file = Directory.GetFiles(_folder["blobs"], blob.Id.Value, SearchOption.AllDirectories).Single();
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(_folder["blobs"]).ShouldBe(StorageFolder.OwnerOnly);
        await new FileEventLog(_folder["log"], TimeProvider.System).AppendAsync(new NewRecord { Kind = "a", Actor = "b" }, CancellationToken.None);
        Directory.GetFiles(_folder["log"]).ShouldAllBe(f => File.GetUnixFileMode(f) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        File.GetUnixFileMode(_folder["log"]).ShouldBe(StorageFolder.OwnerOnly);
    }

    [Fact]
    public async Task Open_UnknownBlob_IsNotFound()
    {
        var id = Sha256.Of("x"u8);

        (await Should.ThrowAsync<TroupeException>(async () => await Store.OpenAsync(id, CancellationToken.None))).Code.ShouldBe(ErrorCode.NotFound);
        (await Store.ExistsAsync(id, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Put_SyncOrRenameFails_LeavesNoBlobUnderItsName()
    {
        foreach (var failing in (string[])["sync", "rename", "write"])
        {
            var calls = new FaultyCalls { Instead = (name, _) => name == failing ? -Errno.NoSpace : null };
            var store = new FileBlobStore(_folder["blobs"], calls);

            var refused = await Should.ThrowAsync<TroupeException>(async () => await store.PutAsync("abc"u8.ToArray(), CancellationToken.None));

            refused.Message.ShouldContain("disk is full");
            (await Store.ExistsAsync(Sha256.Of("abc"u8), CancellationToken.None)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task TryDelete_NobodyPutItLately_IsGone()
    {
        var blob = await Store.PutAsync("abc"u8.ToArray(), CancellationToken.None);

        Store.TryDelete(blob.Id, TimeProvider.System.GetUtcNow().AddHours(1)).ShouldBeTrue();
        Store.TryDelete(blob.Id, TimeProvider.System.GetUtcNow().AddHours(1)).ShouldBeTrue();

        (await Store.ExistsAsync(blob.Id, CancellationToken.None)).ShouldBeFalse();
        Directory.GetFiles(_folder["blobs"], "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task TryDelete_SomebodyPutItAgain_Stays()
    {
        var blob = await Store.PutAsync("abc"u8.ToArray(), CancellationToken.None);
        var file = Directory.GetFiles(_folder["blobs"], blob.Id.Value, SearchOption.AllDirectories).Single();
        var anHourAgo = TimeProvider.System.GetUtcNow().AddHours(-1);
        File.SetLastWriteTimeUtc(file, anHourAgo.UtcDateTime.AddDays(-1));
        await Store.PutAsync("abc"u8.ToArray(), CancellationToken.None);

        Store.TryDelete(blob.Id, anHourAgo).ShouldBeFalse();

        (await Store.IsIntactAsync(blob.Id, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task List_BlobsAndOtherFiles_NamesTheBlobsOnly()
    {
        Store.List().ShouldBeEmpty("there is no folder yet");
        var blobs = new[] { await Store.PutAsync("a"u8.ToArray(), CancellationToken.None), await Store.PutAsync("bcd"u8.ToArray(), CancellationToken.None) };
        File.WriteAllText(_folder["blobs/draft-1"], "cut off");
        File.WriteAllText(Path.Combine(_folder["blobs"], Sha256.Of("z"u8).Value), "in the wrong folder");

        Store.List().ShouldBe(blobs.OrderBy(blob => blob.Id.Value, StringComparer.Ordinal));
    }

    [Fact]
    public async Task IsIntact_ContentWasChanged_IsFalse()
    {
        var blob = await Store.PutAsync("abc"u8.ToArray(), CancellationToken.None);
        (await Store.IsIntactAsync(blob.Id, CancellationToken.None)).ShouldBeTrue();

        File.WriteAllText(Path.Combine(_folder["blobs"], blob.Id.Value[..2], blob.Id.Value), "abd");

        (await Store.IsIntactAsync(blob.Id, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Delete_Blob_IsGoneAndTheOthersStay()
    {
        var kept = await Store.PutAsync("kept"u8.ToArray(), CancellationToken.None);
        var blob = await Store.PutAsync("abc"u8.ToArray(), CancellationToken.None);

        Store.Delete(blob.Id);
        Store.Delete(blob.Id);
        Store.Delete(Sha256.Of("never put"u8));

        Store.List().ShouldBe([kept]);
    }
}
