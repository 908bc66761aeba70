using System.Globalization;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics.Tests;

/// <summary>Older segments are not compared where the newer hold enough, and are when that turns out to be wrong.</summary>
public sealed class PostponedSegmentsTests : IDisposable
{
    private readonly MailRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Complete_EverySegmentWasPostponed_FindsWhatOneSweepFinds()
    {
        await _room.SendAsync("first word", "x");
        Seal(0);
        var second = await _room.SendAsync("second word", "x");
        await _room.MarkAsync(MailMark.Trashed, MailRoom.Curator, second);
        Seal(1);
        await _room.SendAsync("third", "x");
        var filter = new SearchFilter(new SearchQuery { Terms = ["word"] });
        var log = new LogSweep(_room.Home.MailFolder);
        var whole = await LogFinds.SweepAsync(log, filter, int.MaxValue, MailRoom.Stop);

        var finds = await LogFinds.SweepAsync(log, filter, enough: 0, MailRoom.Stop);

        finds.NewestPostponed.ShouldBe(2);
        finds.NewestFirst([]).ShouldBeEmpty();
        finds.TouchesOf(new TailSet([IdTail.Of(second)])).Count.ShouldBe(1);
        await finds.CompleteAsync(MailRoom.Stop);
        finds.NewestPostponed.ShouldBe(-1);
        finds.NewestFirst([]).ShouldBe(whole.NewestFirst([]));
        whole.NewestFirst([]).Count().ShouldBe(2);
        finds.TouchesOf(new TailSet([IdTail.Of(second)])).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_AllOfTheNewerAreInTheTrash_TheOlderAreFound()
    {
        await _room.SendAsync("kept word", "x");
        Seal(0);
        var batch = Enumerable.Range(0, 200).Select(_ => RecordId.New(_room.Clock)).ToList();
        await AppendAsync(batch.Select(id => Record(id, "sent", """{"from":"bolt","to":["curator"],"recipients":["curator"],"subject":"word","type":"note","priority":"normal"}""")));
        await AppendAsync(batch.Select(id => Record(null, "trashed", $$"""{"message":"{{id}}","persona":"curator"}""")));
        for (var segment = 1; segment < 4; segment++)
        {
            Seal(segment);
            await _room.SendAsync(segment.ToString(CultureInfo.InvariantCulture), "x");
        }

        (await _room.SubjectsAsync(new SearchQuery { Terms = ["word"], Limit = 1 })).ShouldBe(["kept word"]);
    }

    [Theory]
    [InlineData("9 9 9", 2, 8, true)]
    [InlineData("9 9 7", 2, 8, true)]
    [InlineData("9 8 7", 2, 8, false)]
    [InlineData("9 7 7", 2, 8, false)]
    [InlineData("9 9", 2, 8, false)]
    [InlineData("9", 2, -1, true)]
    [InlineData("", 2, 0, false)]
    public void AreNewest_OneOfASegmentThatWasOvertaken_IsNoAnswer(string segments, int limit, int newestPostponed, bool expected) =>
        MailSearch.AreNewest(
            [.. segments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(segment => new Position(int.Parse(segment, CultureInfo.InvariantCulture), 0))],
            limit,
            newestPostponed).ShouldBe(expected);

    private static NewRecord Record(RecordId? id, string kind, string payload) =>
        new() { Id = id, Kind = kind, Actor = "curator", Payload = System.Text.Encoding.UTF8.GetBytes(payload) };

    private async Task AppendAsync(IEnumerable<NewRecord> records) => await _room.Log.AppendAsync([.. records], null, MailRoom.Stop);

    private void Seal(int segment) => File.Move(
        _room.LogFile, Path.Combine(_room.Home.MailFolder, string.Create(CultureInfo.InvariantCulture, $"events.{segment + 1:d6}.jsonl")));
}
