using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>Who publishes checkpoints stops nobody, and is stopped by nobody.</summary>
public sealed class CheckpointPublishingTests : IDisposable
{
    private readonly CheckpointRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Publish_ShortLog_MakesNothing()
    {
        await _room.AppendAsync(MailHistory.Make(new Random(1), 1));

        await _room.FoldAndPublishAsync();

        Directory.GetFiles(_room.Folder, "mailboxes*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Publish_NothingDue_LeavesTheFilesAlone()
    {
        await _room.AppendAsync(MailHistory.Make(new Random(1), 60));
        await _room.FoldAndPublishAsync();
        var written = File.GetLastWriteTimeUtc(_room.RecentFile);

        await _room.FoldAndPublishAsync();

        File.GetLastWriteTimeUtc(_room.RecentFile).ShouldBe(written);
    }

    [Fact]
    public async Task Publish_WhileAnotherDoes_LeavesItToHim()
    {
        await _room.AppendAsync(MailHistory.Make(new Random(1), 60));
        await using (await new FileLease(_room.Folder).TryAcquireAsync("mailboxes", "another", Cancellation))
        {
            await _room.FoldAndPublishAsync();
            File.Exists(_room.BaseFile).ShouldBeFalse();
        }

        await _room.FoldAndPublishAsync();
        File.Exists(_room.BaseFile).ShouldBeTrue();
    }

    [Fact]
    public async Task Publish_WhoReadALittleEarlier_DoesNotGoBack()
    {
        var history = MailHistory.Make(new Random(1), 120);
        await _room.AppendAsync(history[..60]);
        var slow = _room.Office();
        var early = await slow.FoldAsync(Cancellation);
        await _room.AppendAsync(history[60..]);
        await _room.FoldAndPublishAsync();
        var written = await File.ReadAllBytesAsync(_room.BaseFile, Cancellation);

        await slow.PublishCheckpointAsync(early, Cancellation);

        (await File.ReadAllBytesAsync(_room.BaseFile, Cancellation)).ShouldBe(written);
    }

    [Fact]
    public async Task Publish_ManyAtOnce_EndsWithFilesThatAreRight()
    {
        await _room.AppendAsync(MailHistory.Make(new Random(1), 120));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(_room.FoldAndPublishAsync, Cancellation)));

        await _room.ShouldAgreeAsync();
        File.Exists(_room.RecentFile).ShouldBeTrue();
    }

    [Fact]
    public async Task Publish_LeftoverOfACrash_IsWrittenOver()
    {
        await _room.AppendAsync(MailHistory.Make(new Random(1), 60));
        await File.WriteAllTextAsync(Path.Combine(_room.Folder, "mailboxes.draft"), "half a checkpoint", Cancellation);

        await _room.ShouldAgreeAsync();
        await _room.FoldAndPublishAsync();

        await _room.ShouldAgreeAsync();
        File.Exists(Path.Combine(_room.Folder, "mailboxes.draft")).ShouldBeFalse();
    }

    [Fact]
    public async Task Publish_WhereNothingCanBeWritten_IsNobodysError()
    {
        await _room.AppendAsync(MailHistory.Make(new Random(1), 60));
        Directory.CreateDirectory(Path.Combine(_room.Folder, "mailboxes.draft"));

        var mailboxes = await _room.FoldAndPublishAsync();

        mailboxes.Messages.ShouldNotBeEmpty();
        File.Exists(_room.BaseFile).ShouldBeFalse();
    }

    [Fact]
    public async Task CatchUp_WhileCheckpointsAreReplaced_GoesOnWithThoseItBeganWith()
    {
        var history = MailHistory.Make(new Random(1), 240);
        await _room.AppendAsync(history[..80]);
        await _room.FoldAndPublishAsync();
        var office = _room.Office();
        var mailboxes = await office.FoldAsync(Cancellation);

        foreach (var batch in history[80..].Chunk(20))
        {
            await _room.AppendAsync(batch);
            await office.CatchUpAsync(mailboxes, Cancellation);
            await office.PublishCheckpointAsync(mailboxes, Cancellation);
            MailText.Of(mailboxes).ShouldBe(MailText.Of(await _room.OfficeWithout().FoldAsync(Cancellation)));
        }
    }

    [Fact]
    public async Task Fold_LongLog_ReadsOnlyItsEnd()
    {
        foreach (var batch in MailHistory.Make(new Random(1), 240).Chunk(20))
        {
            await _room.AppendAsync(batch);
        }

        await _room.FoldAndPublishAsync();
        var counting = new CountingLog(_room.Log());

        var office = new PostOffice(counting, new NoBlobs(), new AddressBook(_room.Folder), new MailCheckpoints(_room.Folder, counting, CheckpointRoom.Steps));
        await office.FoldAsync(Cancellation);

        counting.Records.ShouldBeLessThan(8);
    }
}
