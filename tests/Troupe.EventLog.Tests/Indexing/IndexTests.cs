using Microsoft.Extensions.Time.Testing;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>The index is derived: whatever becomes of it, repetitions are recognised and new records are not taken for any.</summary>
public sealed class IndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallLog Log => new(_folder["log"]);

    private string IndexFile => Path.Combine(_folder["log"], SegmentNames.ActiveIndex);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Spoilings => ["deleted", "emptied", "header", "cut", "rubbish", "other boot", "older", "zeros"];

    [Theory]
    [MemberData(nameof(Spoilings))]
    public async Task Append_IndexIsSpoilt_StillRecognisesEveryRecord(string how)
    {
        await Log.FillAsync(5);
        var older = await File.ReadAllBytesAsync(IndexFile, TestContext.Current.CancellationToken);
        await Log.FillAsync(20);
        Spoil(how, older);

        for (var i = 0; i < 20; i++)
        {
            (await AppendAsync(new NewRecord { Id = SmallLog.IdOf(i), Kind = "sent", Actor = "b" })).Duplicate.ShouldBeTrue($"record {i}");
        }

        (await AppendAsync(new NewRecord { DedupKey = "key 15", Kind = "sent", Actor = "b" })).Id.ShouldBe(SmallLog.IdOf(15));
        (await AppendAsync(new NewRecord { Kind = "sent", Actor = "b" })).Duplicate.ShouldBeFalse();
        (await SmallLog.ReadAsync(Log.Open())).Count.ShouldBe(21);
    }

    [Fact]
    public async Task Append_LogWasReplacedByAnother_KnowsTheOtherOnly()
    {
        await Log.FillAsync(3);
        var three = Log.Bytes;
        await Log.FillAsync(6);
        Log.Bytes = three;

        (await AppendAsync(new NewRecord { Id = SmallLog.IdOf(4), Kind = "sent", Actor = "b" })).Duplicate.ShouldBeFalse();
        (await AppendAsync(new NewRecord { Id = SmallLog.IdOf(2), Kind = "sent", Actor = "b" })).Duplicate.ShouldBeTrue();
    }

    [Fact]
    public async Task Append_ThousandsOfRecords_GrowsAndForgetsNone()
    {
        var batch = Enumerable.Range(0, 3000)
            .Select(i => new NewRecord { Id = SmallLog.IdOf(i), Kind = "tested", Actor = "a", DedupKey = $"k{i}" }).ToList();
        for (var from = 0; from < batch.Count; from += 250)
        {
            await Log.Open().AppendAsync(batch.GetRange(from, 250), CancellationToken.None);
        }

        var byKey = batch.Where((_, i) => i % 3 == 0).Select(r => r with { Id = null }).ToList();
        var outcomes = await Log.Open().AppendAsync(byKey, CancellationToken.None);

        outcomes.ShouldAllBe(o => o.Duplicate);
        outcomes.Select(o => o.Id).ShouldBe(byKey.Select(r => SmallLog.IdOf(int.Parse(r.DedupKey![1..]))));
    }

    [Fact]
    public async Task Append_IndexIsCurrent_CostsTheSameHoweverLongTheLogIs()
    {
        await Log.FillAsync(2);
        var few = await CallsOfAnAppendAsync();
        await Log.Open().AppendAsync([.. Enumerable.Range(0, 400).Select(_ => new NewRecord { Kind = "tested", Actor = "a" })], CancellationToken.None);

        (await CallsOfAnAppendAsync()).ShouldBe(few);
    }

    [Fact]
    public void Find_EntriesShareABucketAndItsNeighbours_FindsAll()
    {
        var entries = Enumerable.Range(0, 100).Select(i => IndexEntry.Of(7, new Position(i % 3, i + 1))).ToList();
        using var file = StorageFile.Open(LinuxCalls.Instance, _folder["table"], OpenMode.ReadWrite);
        file.WriteAt(IndexTable.Build(entries.Take(50).ToList(), 1024), IndexTable.Start);
        var table = new IndexTable(file, 1024);
        entries.ForEach(entry => table.Add(entry));

        table.Find(7).ShouldBe(entries.Select(e => e.Position), ignoreOrder: true);
        table.Find(8).ShouldBeEmpty();
        table.Add(entries[3]).ShouldBeFalse();
        table.ReadAll().Count.ShouldBe(100);
    }

    private async Task<int> CallsOfAnAppendAsync()
    {
        var calls = new FaultyCalls();
        await new FileEventLog(_folder["log"], new FakeTimeProvider(), calls).AppendAsync(new NewRecord { Kind = "tested", Actor = "a" }, CancellationToken.None);
        return calls.Made;
    }

    private async Task<AppendOutcome> AppendAsync(NewRecord record) => await Log.Open().AppendAsync(record, CancellationToken.None);

    private void Spoil(string how, byte[] older)
    {
        var bytes = File.ReadAllBytes(IndexFile);
        switch (how)
        {
            case "deleted":
                File.Delete(IndexFile);
                return;
            case "emptied":
                bytes = [];
                break;
            case "header":
                bytes[100] ^= 1;
                bytes[IndexHeader.SlotLength + 100] ^= 1;
                break;
            case "cut":
                bytes = bytes[..^100];
                break;
            case "rubbish":
                Array.Fill(bytes, (byte)0xa5);
                break;
            case "zeros":
                Array.Clear(bytes);
                break;
            case "older":
                bytes = older;
                break;
            default:
                foreach (var slot in (int[])[0, IndexHeader.SlotLength])
                {
                    var header = IndexHeader.Read(bytes.AsSpan(slot))!;
                    (header with { Boot = Guid.Empty }).Write().CopyTo(bytes, slot);
                }

                // What another boot left may lack any page.
                Array.Clear(bytes, IndexTable.Start, bytes.Length - IndexTable.Start);
                break;
        }

        File.WriteAllBytes(IndexFile, bytes);
    }
}
