using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics.Tests;

public sealed class QueryTests : IDisposable
{
    private readonly MailRoom _room = new();

    public static TheoryData<string> Names => [.. Views.All.Select(view => view.Name)];

    public void Dispose() => _room.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Open_EmptyLogs_EveryViewIsAnEmptyTableOfItsColumns(string view)
    {
        using var query = await Query.OpenAsync(_room.Home, _room.Clock, $"SELECT * FROM {view}", null, MailRoom.Stop);

        query.Rows(null, MailRoom.Stop).ShouldBeEmpty();
        query.Columns.ShouldBe(Views.Find(view)!.Columns.Select(column => new ResultColumn(column.Name, column.Type.Sql())));
    }

    [Fact]
    public async Task Messages_AllMembers_AreThere()
    {
        var first = await _room.SendAsync("first", "text");
        var message = (await _room.Office.FoldAsync(MailRoom.Stop)).Find(first)!;
        await _room.SendAsync(MailRoom.Draft("Re: \"olá\"", new string('x', 40_000), MailRoom.Curator, MailRoom.Bolt) with
        {
            Cc = [Address.Of(MailRoom.Sentinel)], ReplyTo = message, Tags = ["a", "b"], DedupKey = null, AckRequired = true,
            Type = MessageType.Question, Priority = Priority.High,
        });

        var row = (await _room.AskAsync("SELECT sender, addressed_to, cc, recipients, subject, length(body), thread, in_reply_to, hops, type, priority, ack_required, tags, attachments, sent_at, ordinal FROM messages ORDER BY ordinal DESC")) [0];

        row.ShouldBe(
        [
            "\"curator\"", "[\"bolt\"]", "[\"sentinel\"]", "[\"bolt\",\"sentinel\"]", "\"Re: \\\"olá\\\"\"", "40000", $"\"{first}\"", $"\"{first}\"",
            "1", "\"question\"", "\"high\"", "true", "[\"a\",\"b\"]", "[]", "\"2026-01-11 09:06:00\"", "2",
        ]);
    }

    [Fact]
    public async Task Messages_RedactedBody_IsNull()
    {
        var id = await _room.SendAsync("key", "secret");
        new Redaction(_room.Home.MailFolder).Redact((await _room.Office.FoldAsync(MailRoom.Stop)).Find(id)!.Position);

        (await _room.AskAsync("SELECT body, redacted FROM messages")).ShouldHaveSingleItem().ShouldBe([null, "true"]);
        (await _room.AskAsync("SELECT body, redacted FROM events WHERE kind = 'sent'")).ShouldHaveSingleItem().ShouldBe([null, "true"]);
    }

    [Fact]
    public async Task Messages_RedactedBlob_IsNullAndNoProblem()
    {
        var id = await _room.SendAsync("key", new string('s', 40_000));
        var mailboxes = await _room.Office.FoldAsync(MailRoom.Stop);
        var plan = RedactionPlanning.Of(mailboxes.Find(id)!, mailboxes.Messages, new HashSet<RecordId>());
        await new MailRedaction(_room.Home, _room.Clock).ApplyAsync(plan, PersonaId.Lead, "secret", MailRoom.Stop);

        (await _room.AskAsync("SELECT body, redacted FROM messages")).ShouldHaveSingleItem().ShouldBe([null, "true"]);
        var search = await MailSearch.RunAsync(_room.Home, new SearchQuery { Terms = ["key"] }, MailRoom.Stop);
        search.Hits.ShouldHaveSingleItem().IsRedacted.ShouldBeTrue();
        search.Unsearched.ShouldBeEmpty();
        (await MailSearch.RunAsync(_room.Home, new SearchQuery { Terms = ["sss"] }, MailRoom.Stop)).Unsearched.ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_DroppedForItsAge_IsNullAndSaysSo()
    {
        await _room.SendAsync("kept", "kept");
        var inline = await _room.SendAsync("inline", "old");
        var stored = await _room.SendAsync("stored", new string('s', 40_000));
        await _room.MarkAsync(MailMark.Read, MailRoom.Curator, inline);
        await _room.MarkAsync(MailMark.Read, MailRoom.Curator, stored);
        _room.Clock.Now = _room.Clock.Now.AddDays(100);
        await new MailRetention(_room.Home, _room.Clock).ApplyAsync(PersonaId.Lead, _room.Clock.Now.AddDays(-50), MailRoom.Stop);

        (await _room.AskAsync("SELECT subject, body, redacted FROM messages ORDER BY ordinal")).ShouldBe(
            [["\"kept\"", "\"kept\"", "false"], ["\"inline\"", null, "true"], ["\"stored\"", null, "true"]]);
        (await _room.AskAsync("SELECT body, redacted FROM events WHERE kind = 'sent' ORDER BY ordinal")).ShouldBe(
            [["\"kept\"", "false"], [null, "true"], [null, "false"]]);
        (await _room.AskAsync("SELECT id FROM messages WHERE redacted ORDER BY ordinal")).ShouldBe([[$"\"{inline}\""], [$"\"{stored}\""]]);
    }

    [Fact]
    public async Task Threads_Conversation_IsOneRow()
    {
        var first = await _room.SendAsync("first", "text");
        var message = (await _room.Office.FoldAsync(MailRoom.Stop)).Find(first)!;
        _room.Clock.Now = _room.Clock.Now.AddHours(1);
        var reply = await _room.SendAsync(MailRoom.Draft("reply", "x", MailRoom.Curator, MailRoom.Bolt) with { ReplyTo = message });
        await _room.MarkAsync(MailMark.Read, MailRoom.Curator, first);

        (await _room.AskAsync("SELECT thread, subject, messages, participants, unread, last_message FROM threads")).ShouldHaveSingleItem()
            .ShouldBe([$"\"{first}\"", "\"first\"", "2", "[\"bolt\",\"curator\"]", "1", $"\"{reply}\""]);
    }

    [Fact]
    public async Task Events_EveryRecord_HasItsPayload()
    {
        await _room.AppendAsync("noted", """{"a":{"b":[1,2]},"c":"x"}""", "free text");

        (await _room.AskAsync("SELECT log, ordinal, log_position, kind, actor, payload, body, payload->>'$.a.b[1]' FROM events")).ShouldHaveSingleItem()
            .ShouldBe(["\"mail\"", "1", "\"0:0\"", "\"noted\"", "\"bolt\"", """{"a":{"b":[1,2]},"c":"x"}""", "\"free text\"", "\"2\""]);
    }

    [Theory]
    [InlineData("SELECT 1;")]
    [InlineData("SELECT 1 -- it's ) all\n;")]
    [InlineData("WITH x AS (SELECT 1 AS a) SELECT a FROM x")]
    [InlineData("FROM (VALUES (1)) t(a) SELECT a")]
    [InlineData("SELECT count(*) + 1 FROM messages")]
    [InlineData("SELECT max(a) FROM range(2) t(a)")]
    [InlineData("SELECT unnest([1])")]
    [InlineData("SELECT 1.4::INTEGER")]
    [InlineData("SELECT len([1.5]::DECIMAL(4, 2)[])")]
    [InlineData("SELECT {'a': 1}.a")]
    [InlineData("SELECT ('a'::ENUM ('a') = 'a')::INTEGER")]
    [InlineData("SELECT CASE WHEN 1.5 BETWEEN 1 AND 2 THEN 1 ELSE CAST(NULL AS STRUCT(a INTEGER)).a END")]
    [InlineData("SELECT x.a FROM (SELECT 1 AS a) x JOIN (SELECT 1 AS a) y USING (a) ORDER BY x.a DESC NULLS LAST LIMIT 50 OFFSET 0")]
    [InlineData("SELECT DISTINCT ON (a) a FROM (VALUES (1), (1)) t(a) ORDER BY a ASC")]
    [InlineData("SELECT count(*) FILTER (a > 0.5) FROM (VALUES (1), (0)) t(a) GROUP BY ()")]
    [InlineData("SELECT list_transform([0], x -> x + 1)[1]")]
    [InlineData("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT min(n) FROM t")]
    [InlineData("SELECT 1 UNION SELECT 1")]
    [InlineData("SELECT sum(1) OVER (ORDER BY 1) FROM (SELECT 1) WHERE EXISTS (SELECT 1)")]
    public async Task Open_Query_IsAnswered(string sql) => (await _room.ValueAsync(sql)).ShouldBe("1");

    [Fact]
    public async Task Rows_LimitAndRepeatedNames_AreKept()
    {
        using var query = await Query.OpenAsync(_room.Home, _room.Clock, "SELECT a, a FROM range(10) t(a) ORDER BY a DESC", null, MailRoom.Stop);

        query.Columns.Select(column => column.Name).ShouldBe(["a", "a_1"]);
        query.Rows(2, MailRoom.Stop).ShouldBe([["9", "9"], ["8", "8"]]);
    }

    [Theory]
    [InlineData("SELEC 1", "syntax error")]
    [InlineData("SELECT foo FROM messages", "foo")]
    [InlineData("SELECT * FROM mesages", "messages")]
    [InlineData("", "empty")]
    [InlineData("SELECT 1; SELECT 2", "one query")]
    [InlineData("SELECT $1", "failed")]
    [InlineData("SELECT 'x'::INTEGER", "Could not convert")]
    public async Task Open_Mistake_IsExplained(string sql, string hint) => (await _room.RefusedAsync(sql)).Message.ShouldContain(hint);

    [Fact]
    public async Task Open_MistakeWithEscapes_IsSafeToPrint() =>
        (await _room.RefusedAsync("SELECT \u001b[31m FROM x")).Message.ShouldNotContain('\u001b');

    [Fact]
    public async Task Rows_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        using var query = await Query.OpenAsync(_room.Home, _room.Clock, "SELECT a FROM range(1000000000) t(a)", null, stop.Token);
        using var rows = query.Rows(null, stop.Token).GetEnumerator();
        rows.MoveNext().ShouldBeTrue();
        await stop.CancelAsync();

        Should.Throw<OperationCanceledException>(() =>
        {
            while (rows.MoveNext())
            {
            }
        });
    }

    [Fact]
    public async Task WriteParquet_Answer_IsPublishedWhole()
    {
        await _room.SendAsync(MailRoom.Draft("olá", "text") with { Tags = ["a"] });
        var path = Path.Combine(_room.Home.TeamFolder, "it's.parquet");
        using (var file = new AnswerFile(path, replaces: false))
        {
            using var query = await Query.OpenAsync(_room.Home, _room.Clock, "FROM messages", file.Draft, MailRoom.Stop);
            query.WriteParquet(file.Draft, null, MailRoom.Stop);
            File.Exists(path).ShouldBeFalse();
            file.Publish();
        }

        File.ReadAllBytes(path)[..4].ShouldBe("PAR1"u8.ToArray());
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Directory.GetFiles(_room.Home.TeamFolder).ShouldBe([path]);
    }

    [Fact]
    public void Publish_NameTakenInTheMeantime_LeavesBothAlone()
    {
        var path = Path.Combine(_room.Home.TeamFolder, "x.csv");
        using (var file = new AnswerFile(path, replaces: false))
        {
            File.WriteAllText(path, "of somebody else");
            Should.Throw<TroupeException>(file.Publish).Code.ShouldBe(ErrorCode.InvalidArgument);
        }

        File.ReadAllText(path).ShouldBe("of somebody else");
        Directory.GetFiles(_room.Home.TeamFolder).ShouldBe([path]);
    }

    [Fact]
    public void AnswerFile_NoFolder_IsRefused() =>
        Should.Throw<TroupeException>(() => new AnswerFile(Path.Combine(_room.Home.TeamFolder, "none", "x.parquet"), replaces: false)).Code.ShouldBe(ErrorCode.Storage);

    [Fact]
    public async Task Open_DamagedLog_SaysSoAndAnswersWithTheRest()
    {
        await _room.SendAsync("one", "a");
        await _room.SendAsync("lost", "b");
        await _room.SendAsync("three", "c");
        await _room.AppendAsync("sent", """{"to":[]}""");
        File.WriteAllText(_room.LogFile, File.ReadAllText(_room.LogFile).Replace("lost", "l0st", StringComparison.Ordinal));

        using var query = await Query.OpenAsync(_room.Home, _room.Clock, "SELECT count(*) FROM messages", null, MailRoom.Stop);

        query.Rows(null, MailRoom.Stop).ShouldHaveSingleItem().ShouldBe(["2"]);
        query.Damage.ShouldHaveSingleItem().LostRecords.ShouldBeTrue();
        query.Unread.ShouldHaveSingleItem().ShouldContain("no sender");
    }

    [Fact]
    public async Task Open_LogOfALaterVersion_IsAnError()
    {
        Directory.CreateDirectory(_room.Home.MailFolder);
        File.WriteAllBytes(_room.LogFile, LaterVersion.Record());

        (await Should.ThrowAsync<TroupeException>(() => _room.AskAsync("FROM messages"))).Code.ShouldBe(ErrorCode.Storage);
        (await Should.ThrowAsync<TroupeException>(() => _room.SubjectsAsync("x"))).Code.ShouldBe(ErrorCode.Storage);
        (await _room.AskAsync("SELECT 1 WHERE EXISTS (FROM sprints)")).ShouldBeEmpty();
    }
}
