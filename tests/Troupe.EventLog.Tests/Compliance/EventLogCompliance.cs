using Microsoft.Extensions.Time.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>What every back end of <see cref="IEventLog"/> keeps. Derive from it, give it a log, add what is the back end's own.</summary>
public abstract class EventLogCompliance
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The clock that the logs under test are given.</summary>
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 11, 9, 6, 0, 123, TimeSpan.Zero));

    /// <summary>The log of this test; each call may give another instance, all on the same storage.</summary>
    protected abstract IEventLog Open();

    [Fact]
    public async Task Read_EmptyLog_GivesNothing() => (await ReadAllAsync(Position.Start)).ShouldBeEmpty();

    [Fact]
    public async Task Append_OneRecord_IsReadBackEqual()
    {
        var id = RecordId.New(Time);
        var record = new NewRecord
        {
            Id = id,
            Kind = "sent",
            Actor = "weaver",
            Payload = """{ "to": [ "curator" ], "n": 1.50, "deep": {"body":"x","crc":"y"}, "s": "a\u0041\"" }"""u8.ToArray(),
            Body = "Grüße 👋\n\u001b[31mred\u0085\u2028end\\\"",
            DedupKey = "sprint 7\tcurator",
        };

        var outcome = await Open().AppendAsync(record, Token);

        outcome.ShouldBe(new AppendOutcome(id, Position.Start, Duplicate: false));
        var read = (await ReadAllAsync(Position.Start)).ShouldHaveSingleItem();
        read.Id.ShouldBe(id);
        read.Position.ShouldBe(Position.Start);
        read.Timestamp.ShouldBe(Time.GetUtcNow());
        read.Kind.ShouldBe("sent");
        read.Actor.ShouldBe("weaver");
        read.Body.ShouldBe(record.Body);
        read.DedupKey.ShouldBe(record.DedupKey);
        using var json = System.Text.Json.JsonDocument.Parse(read.Json);
        json.RootElement.GetProperty("n").GetRawText().ShouldBe("1.50");
        json.RootElement.GetProperty("deep").GetProperty("crc").GetString().ShouldBe("y");
        json.RootElement.GetProperty("s").GetString().ShouldBe("aA\"");
        read.Json.Span.IndexOfAnyInRange((byte)0, (byte)0x1f).ShouldBe(-1);
    }

    [Fact]
    public async Task ReadAt_PlacesInAnyOrder_GivesTheirRecords()
    {
        await Open().AppendAsync([.. Enumerable.Range(0, 20).Select(Numbered)], null, Token);
        await Open().AppendAsync(Numbered(20) with { Body = new string('x', 100_000) }, Token);
        var records = await ReadAllAsync(Position.Start);
        Position[] places = [records[20].Position, records[3].Position, records[19].Position, records[3].Position];

        var read = await Open().ReadAtAsync(places, Token);

        read.Select(record => record!.Id).ShouldBe([records[20].Id, records[3].Id, records[19].Id, records[3].Id]);
        read.Select(record => record!.Next).ShouldBe([records[20].Next, records[3].Next, records[19].Next, records[3].Next]);
        read[0]!.Body!.Length.ShouldBe(100_000);
        read[1]!.NextChain().ShouldBe(records[3].NextChain());
    }

    [Fact]
    public async Task ReadAt_WhereNoRecordBegins_GivesNull()
    {
        await Open().AppendAsync(Numbered(1), Token);
        var end = (await ReadAllAsync(Position.Start))[0].Next;

        var read = await Open().ReadAtAsync([end, Position.Start with { Offset = 1 }, end with { Offset = end.Offset + 100 }, new Position(7, 0)], Token);

        read.ShouldAllBe(record => record == null);
    }

    [Fact]
    public async Task End_OfALog_IsWhereItsLastRecordEnds()
    {
        (await Open().EndAsync(Token)).ShouldBe(Position.Start);
        await Open().AppendAsync([.. Enumerable.Range(0, 20).Select(Numbered)], null, Token);

        (await Open().EndAsync(Token)).ShouldBe((await ReadAllAsync(Position.Start))[^1].Next);
    }

    [Fact]
    public async Task Append_WithoutBodyKeyAndPayload_HasNone()
    {
        await Open().AppendAsync(Numbered(1), Token);

        var read = (await ReadAllAsync(Position.Start)).Single();
        read.Body.ShouldBeNull();
        read.DedupKey.ShouldBeNull();
    }

    [Fact]
    public async Task Append_Batch_IsReadInOrder()
    {
        var batch = Enumerable.Range(0, 50).Select(Numbered).ToList();

        var outcomes = await Open().AppendAsync(batch, Token);

        var read = await ReadAllAsync(Position.Start);
        read.Select(r => r.Actor).ShouldBe(batch.Select(r => r.Actor));
        read.Select(r => r.Id).ShouldBe(outcomes.Select(o => o.Id));
        read.Select(r => r.Position).ShouldBe(outcomes.Select(o => o.Position));
    }

    [Fact]
    public async Task Append_NothingAtAll_ChangesNothing()
    {
        await Open().AppendAsync(Numbered(1), Token);

        (await Open().AppendAsync([], Token)).ShouldBeEmpty();

        (await ReadAllAsync(Position.Start)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Append_SameId_IsADuplicateOfTheFirst()
    {
        var record = Numbered(1) with { Id = RecordId.New(Time) };
        var first = await Open().AppendAsync(record, Token);
        await Open().AppendAsync(Numbered(2), Token);

        var second = await Open().AppendAsync(record with { Actor = "other" }, Token);

        second.ShouldBe(first with { Duplicate = true });
        (await ReadAllAsync(Position.Start)).Select(r => r.Actor).ShouldBe(["actor-1", "actor-2"]);
    }

    [Fact]
    public async Task Append_SameDedupKey_IsADuplicateOfTheFirst()
    {
        var first = await Open().AppendAsync(Numbered(1) with { DedupKey = "k\u00e9y" }, Token);

        var second = await Open().AppendAsync(Numbered(2) with { DedupKey = "k\u00e9y" }, Token);
        var third = await Open().AppendAsync(Numbered(3) with { DedupKey = "k\u00e9y2" }, Token);

        second.ShouldBe(first with { Duplicate = true });
        third.Duplicate.ShouldBeFalse();
        (await ReadAllAsync(Position.Start)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Append_RepeatedWithinABatch_IsWrittenOnce()
    {
        var record = Numbered(1) with { Id = RecordId.New(Time), DedupKey = "a" };

        var outcomes = await Open().AppendAsync([record, record, Numbered(2) with { DedupKey = "a" }, Numbered(3)], Token);

        outcomes.Select(o => o.Duplicate).ShouldBe([false, true, true, false]);
        outcomes[2].Id.ShouldBe(outcomes[0].Id);
        outcomes[1].Position.ShouldBe(outcomes[0].Position);
        (await ReadAllAsync(Position.Start)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Append_PartlyKnownBatch_WritesTheRest()
    {
        var known = Numbered(1) with { Id = RecordId.New(Time) };
        await Open().AppendAsync(known, Token);

        var outcomes = await Open().AppendAsync([known, Numbered(2)], Token);

        outcomes.Select(o => o.Duplicate).ShouldBe([true, false]);
        (await ReadAllAsync(Position.Start)).Select(r => r.Actor).ShouldBe(["actor-1", "actor-2"]);
    }

    [Fact]
    public async Task Append_EndIsAsExpected_Appends()
    {
        var first = await Open().AppendAsync([Numbered(1)], Position.Start, Token);
        var end = first.ShouldBeOfType<AppendResult.Appended>().End;

        var second = await Open().AppendAsync([Numbered(2)], end, Token);

        second.ShouldBeOfType<AppendResult.Appended>();
        var last = (await ReadAllAsync(Position.Start))[^1];
        (await Open().AppendAsync([Numbered(3)], last.Next, Token)).ShouldBeOfType<AppendResult.Appended>();
    }

    [Fact]
    public async Task Append_SomebodyWasFaster_IsMovedAndWritesNothing()
    {
        var end = ((AppendResult.Appended)await Open().AppendAsync([Numbered(1)], null, Token)).End;
        await Open().AppendAsync(Numbered(2), Token);

        var moved = (await Open().AppendAsync([Numbered(3)], end, Token)).ShouldBeOfType<AppendResult.Moved>();

        (await ReadAllAsync(Position.Start)).Count.ShouldBe(2);
        (await Open().AppendAsync([Numbered(3)], moved.End, Token)).ShouldBeOfType<AppendResult.Appended>();
        (await Open().AppendAsync([Numbered(4)], Position.Start, Token)).ShouldBeOfType<AppendResult.Moved>();
    }

    [Fact]
    public async Task Append_RepetitionUnderAPrecondition_IsAcknowledgedWhereverTheLogEnds()
    {
        var record = Numbered(1) with { Id = RecordId.New(Time) };
        await Open().AppendAsync([record], Position.Start, Token);
        await Open().AppendAsync(Numbered(2), Token);

        var repeated = await Open().AppendAsync([record], Position.Start, Token);

        repeated.ShouldBeOfType<AppendResult.Appended>().Records.Single().Duplicate.ShouldBeTrue();
    }

    [Fact]
    public async Task Read_FromTheNextOfARecord_GivesTheRest()
    {
        await Open().AppendAsync([.. Enumerable.Range(0, 10).Select(Numbered)], Token);
        var all = await ReadAllAsync(Position.Start);

        for (var i = 0; i < all.Count; i++)
        {
            var rest = await ReadAllAsync(Position.Parse(all[i].Next.ToString()));
            rest.Select(r => r.Id).ShouldBe(all.Skip(i + 1).Select(r => r.Id));
        }
    }

    [Fact]
    public async Task Read_Cancelled_Ends()
    {
        await Open().AppendAsync(Numbered(1), Token);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Open().ReadAsync(Position.Start, cancelled.Token))
            {
            }
        });
    }

    [Fact]
    public async Task Follow_RecordsComeLater_GivesThemToo()
    {
        await Open().AppendAsync(Numbered(1), Token);
        await using var followed = Open().FollowAsync(Position.Start, Token).GetAsyncEnumerator(Token);
        (await followed.MoveNextAsync()).ShouldBeTrue();
        var waiting = followed.MoveNextAsync().AsTask();
        waiting.IsCompleted.ShouldBeFalse();

        await Open().AppendAsync([Numbered(2), Numbered(3)], Token);
        Time.Advance(TimeSpan.FromSeconds(1));

        (await waiting).ShouldBeTrue();
        followed.Current.Actor.ShouldBe("actor-2");
        (await followed.MoveNextAsync()).ShouldBeTrue();
        followed.Current.Actor.ShouldBe("actor-3");
    }

    [Fact]
    public async Task Follow_LogComesLater_GivesItsRecords()
    {
        await using var followed = Open().FollowAsync(Position.Start, Token).GetAsyncEnumerator(Token);
        var waiting = followed.MoveNextAsync().AsTask();

        await Open().AppendAsync(Numbered(1), Token);
        Time.Advance(TimeSpan.FromSeconds(1));

        (await waiting).ShouldBeTrue();
        followed.Current.Actor.ShouldBe("actor-1");
    }

    [Fact]
    public async Task Follow_Cancelled_Ends()
    {
        using var stop = new CancellationTokenSource();
        await using var followed = Open().FollowAsync(Position.Start, stop.Token).GetAsyncEnumerator(Token);
        var waiting = followed.MoveNextAsync().AsTask();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task Sync_UpToWhatWasRead_Completes()
    {
        await Open().SyncAsync(Position.Start, Token);
        var end = ((AppendResult.Appended)await Open().AppendAsync([Numbered(1)], null, Token)).End;

        await Open().SyncAsync(end, Token);
    }

    [Fact]
    public async Task Append_ManyTasksAtOnce_LosesAndDoublesNothing()
    {
        var shared = Numbered(0) with { DedupKey = "once" };
        var tasks = Enumerable.Range(1, 40).Select(i => Task.Run(() => Open().AppendAsync([Numbered(i), shared], Token).AsTask(), Token));

        var outcomes = await Task.WhenAll(tasks);

        outcomes.Count(o => !o[1].Duplicate).ShouldBe(1);
        var read = await ReadAllAsync(Position.Start);
        read.Count.ShouldBe(41);
        read.Select(r => r.Id).ShouldBe(outcomes.SelectMany(o => o).Select(o => o.Id).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public async Task Damage_SoundLog_IsNone()
    {
        var log = Open();
        await log.AppendAsync(Numbered(1), Token);
        await foreach (var _ in log.ReadAsync(Position.Start, Token))
        {
        }

        log.Damage.ShouldBeEmpty();
    }

    protected static NewRecord Numbered(int i) => new() { Kind = "tested", Actor = $"actor-{i}" };

    protected async Task<List<LogRecord>> ReadAllAsync(Position from)
    {
        var records = new List<LogRecord>();
        await foreach (var record in Open().ReadAsync(from, Token))
        {
            records.Add(record);
        }

        return records;
    }
}
