using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>Whatever happens to the checkpoint files, what is said is what the log says.</summary>
public sealed class CheckpointDamageTests : IDisposable
{
    private readonly CheckpointRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("mailboxes.base")]
    [InlineData("mailboxes.recent")]
    public async Task Fold_AnyByteFlipped_IsNeverAWrongAnswer(string name)
    {
        await WriteAsync(length: 45);
        var file = Path.Combine(_room.Folder, name);
        var whole = await File.ReadAllBytesAsync(file, Cancellation);
        var expected = MailText.Of(await _room.OfficeWithout().FoldAsync(Cancellation));

        // What fills a page up is checked as all the rest, so a sample of it is enough.
        for (var at = 0; at < whole.Length; at += at % 7 == 0 ? 1 : 13)
        {
            whole[at] ^= 0x10;
            await File.WriteAllBytesAsync(file, whole, Cancellation);
            MailText.Of(await _room.Office().FoldAsync(Cancellation)).ShouldBe(expected);
            whole[at] ^= 0x10;
        }
    }

    [Theory]
    [InlineData("mailboxes.base")]
    [InlineData("mailboxes.recent")]
    public async Task Fold_CutCheckpoint_IsNeverAWrongAnswer(string name)
    {
        await WriteAsync(length: 45);
        var file = Path.Combine(_room.Folder, name);
        var whole = await File.ReadAllBytesAsync(file, Cancellation);

        for (var length = 0; length < whole.Length; length += 1021)
        {
            await File.WriteAllBytesAsync(file, whole[..length], Cancellation);
            await _room.ShouldAgreeAsync();
        }
    }

    [Fact]
    public async Task Publish_AfterADamagedPage_MendsTheFile()
    {
        await WriteAsync(length: 45);
        var whole = await File.ReadAllBytesAsync(_room.BaseFile, Cancellation);
        var damaged = whole.ToArray();
        damaged[^10] ^= 1;
        damaged[4000] ^= 1;
        await File.WriteAllBytesAsync(_room.BaseFile, damaged, Cancellation);

        await _room.FoldAndPublishAsync();

        (await File.ReadAllBytesAsync(_room.BaseFile, Cancellation)).ShouldBe(whole);
    }

    [Fact]
    public async Task Fold_CheckpointOfAnotherLog_IsIgnoredAndReplaced()
    {
        using var other = new CheckpointRoom();
        await other.AppendAsync(MailHistory.Make(new Random(9), 80));
        await other.FoldAndPublishAsync();
        await WriteAsync(length: 80);
        _room.DeleteCheckpoints();
        File.Copy(other.BaseFile, _room.BaseFile);
        File.Copy(other.RecentFile, _room.RecentFile);

        await _room.ShouldAgreeAsync();
        await _room.FoldAndPublishAsync();

        (await File.ReadAllBytesAsync(_room.BaseFile, Cancellation)).ShouldNotBe(await File.ReadAllBytesAsync(other.BaseFile, Cancellation));
        await _room.ShouldAgreeAsync();
    }

    [Fact]
    public async Task Fold_RecentCheckpointOfAnOlderBase_IsIgnored()
    {
        await WriteAsync(length: 45);
        var stale = await File.ReadAllBytesAsync(_room.RecentFile, Cancellation);
        await _room.AppendAsync(MailHistory.Make(new Random(5), 60));
        await _room.FoldAndPublishAsync();
        await File.WriteAllBytesAsync(_room.RecentFile, stale, Cancellation);

        await _room.ShouldAgreeAsync();
    }

    [Fact]
    public async Task Fold_LogThatWasCut_IsReadFromItsBeginning()
    {
        await WriteAsync(length: 80);
        var active = Path.Combine(_room.Folder, "events.jsonl");
        foreach (var lines in new[] { 5, 1 })
        {
            var kept = (await File.ReadAllLinesAsync(active, Cancellation)).Take(lines);
            await File.WriteAllTextAsync(active, string.Concat(kept.Select(line => line + "\n")), Cancellation);
            await _room.ShouldAgreeAsync();
            await _room.FoldAndPublishAsync();
            await _room.ShouldAgreeAsync();
        }
    }

    [Fact]
    public async Task Fold_RecordThatIsListedWasDamagedLater_IsReportedAsFromTheBeginning()
    {
        await WriteAsync(length: 45);
        var log = Path.Combine(_room.Folder, "events.jsonl");
        var text = await File.ReadAllTextAsync(log, Cancellation);
        await File.WriteAllTextAsync(log, text.Replace("\"Letter 3\"", "\"Lettre 3\"", StringComparison.Ordinal), Cancellation);

        var office = _room.Office();
        var mailboxes = await office.FoldAsync(Cancellation);

        MailText.Of(mailboxes).ShouldBe(MailText.Of(await _room.OfficeWithout().FoldAsync(Cancellation)));
        office.Damage.ShouldContain(damage => damage.LostRecords);
    }

    [Fact]
    public async Task Damage_BeforeTheCheckpoint_IsStillTold()
    {
        await _room.AppendAsync(MailHistory.Make(new Random(3), 30));
        await AppendGarbageAsync();
        await _room.AppendAsync(MailHistory.Make(new Random(4), 30));
        await _room.FoldAndPublishAsync();

        var office = _room.Office();
        await office.FoldAsync(Cancellation);

        office.Damage.Count(damage => damage.LostRecords).ShouldBe(1);
        await _room.ShouldAgreeAsync();
        new LogRepair(_room.Folder).Apply(LogRepair.Plan(new LogCheck(_room.Folder).Run(Cancellation)));
        await _room.ShouldAgreeAsync();
    }

    [Fact]
    public async Task Unreadable_RecordsBeforeTheCheckpoint_AreStillTold_AndOnlyToWhomTheyConcern()
    {
        await _room.AppendRawAsync("sent", """{"from":"../x","recipients":["bolt"],"subject":"S"}""");
        await _room.AppendRawAsync("read", """{"message":"none","persona":"curator"}""");
        await WriteAsync(length: 45);

        (await _room.Office().FoldAsync(Cancellation)).Unreadable.Count.ShouldBe(2);
        (await _room.Office().FoldAsync(MailRoom.Curator, Cancellation)).Unreadable.ShouldHaveSingleItem();
        await _room.ShouldAgreeAsync();
    }

    [Fact]
    public async Task Fold_AfterARedaction_StaysRight()
    {
        await WriteAsync(length: 80);
        var message = (await _room.Office().FoldAsync(Cancellation)).Messages[0];

        new Redaction(_room.Folder).Redact(message.Position).ShouldBeTrue();

        await _room.ShouldAgreeAsync();
        var office = _room.Office();
        var redacted = (await office.FoldAsync(Cancellation)).Find(message.Id)!;
        (await office.ReadBodyAsync(redacted, Cancellation)).ShouldBe("[redacted]");
    }

    private async Task WriteAsync(int length)
    {
        await _room.AppendAsync(MailHistory.Make(new Random(length), length));
        await _room.FoldAndPublishAsync();
        File.Exists(_room.BaseFile).ShouldBeTrue();
        File.Exists(_room.RecentFile).ShouldBeTrue();
    }

    /// <summary>What was a whole record once: its loss is told for good.</summary>
    private async Task AppendGarbageAsync()
    {
        var log = Path.Combine(_room.Folder, "events.jsonl");
        await File.AppendAllTextAsync(log, """{"v":1,"id":"lost","crc":"00000000"}""" + "\n", Cancellation);
    }
}
