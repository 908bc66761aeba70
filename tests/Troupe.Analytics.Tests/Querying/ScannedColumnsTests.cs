using Troupe.EventLog;

namespace Troupe.Analytics.Tests;

/// <summary>Only what a query reads is fed; however it comes to read a column, the column is there.</summary>
public sealed class ScannedColumnsTests : IDisposable
{
    private readonly MailRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("SELECT subject FROM messages", "messages", "subject")]
    [InlineData("SELECT count(*) FROM messages", "messages", "")]
    [InlineData("SELECT count(*) FROM messages WHERE body = 'x'", "messages", "body")]
    [InlineData("SELECT 1 FROM messages JOIN mailboxes ON message = id WHERE is_unread ORDER BY messages.sent_at", "mailboxes", "is_unread,message")]
    [InlineData("SELECT subject FROM (SELECT * FROM messages)", "messages", "subject")]
    [InlineData("WITH c AS MATERIALIZED (FROM messages) SELECT subject FROM c", "messages", "subject")]
    public void Of_Query_AreWhatItReads(string sql, string view, string columns)
    {
        using var connection = Library.Open();
        Tables.Create(connection, [MailViews.Messages, MailViews.Mailboxes]);

        var scanned = ScannedColumns.Of(connection, sql);

        string.Join(',', Views.Find(view)!.Columns.Select(column => column.Name).Where(column => scanned.Reads(Views.Find(view)!, column)).Order(StringComparer.Ordinal)).ShouldBe(columns);
    }

    [Theory]
    [InlineData("SELECT m.body FROM (SELECT m FROM messages m)")]
    [InlineData("SELECT messages.body FROM messages")]
    [InlineData("SELECT a.body FROM messages a NATURAL JOIN (SELECT id, body FROM messages) b")]
    [InlineData("SELECT COLUMNS('^body$') FROM messages")]
    [InlineData("SELECT * EXCLUDE (log, ordinal, log_position, id, ts, kind, actor, key, payload, redacted) FROM events")]
    [InlineData("SELECT i FROM messages AS m(a, b, c, d, e, f, g, h, i)")]
    [InlineData("SELECT to_json(m)->>'body' FROM messages m")]
    [InlineData("SELECT value FROM (UNPIVOT (SELECT subject, body FROM messages) ON body)")]
    [InlineData("SELECT body FROM messages WHERE body IN (SELECT body FROM events)")]
    [InlineData("SELECT (SELECT body FROM events e WHERE e.id = m.id) FROM messages m")]
    [InlineData("SELECT max(body) FROM messages")]
    [InlineData("SELECT body FROM messages UNION SELECT body FROM events")]
    [InlineData("SELECT max(body) FILTER (redacted IS NOT NULL) OVER () FROM messages")]
    [InlineData("WITH RECURSIVE t AS (SELECT body, 1 AS n FROM messages UNION ALL SELECT body, n + 1 FROM t WHERE n < 3) SELECT max(body) FROM t")]
    [InlineData("SELECT list_transform([1], x -> body)[1] FROM messages")]
    [InlineData("FROM (VALUES (1)) v(a), LATERAL (SELECT body FROM events) SELECT body")]
    public async Task Ask_ColumnByAnyRoad_HasItsValue(string sql)
    {
        await _room.SendAsync("subject", "the text");

        (await _room.ValueAsync(sql)).ShouldBe("\"the text\"");
    }

    [Fact]
    public async Task Open_Mistake_IsFoundBeforeALogIsRead()
    {
        Directory.CreateDirectory(_room.Home.MailFolder);
        File.WriteAllBytes(_room.LogFile, LaterVersion.Record());

        (await _room.RefusedAsync("SELECT subjekt FROM messages")).Message.ShouldContain("subject");
    }

    [Fact]
    public async Task Events_OfBothLogs_AreInOneTable()
    {
        await _room.SendAsync("subject", "text");
        await new FileEventLog(_room.Home.SprintsFolder, _room.Clock).AppendAsync([new NewRecord { Kind = "noted", Actor = "engine", Payload = "{}"u8.ToArray() }], null, MailRoom.Stop);

        (await _room.AskAsync("SELECT log FROM events ORDER BY log")).ShouldBe([["\"mail\""], ["\"sprints\""]]);
    }

    [Fact]
    public async Task Mailboxes_ManyMessages_AreAllThereInTheirOrder()
    {
        var payload = """{"from":"bolt","to":["curator"],"recipients":["curator"],"subject":"s","type":"note","priority":"normal"}"""u8.ToArray();
        await _room.Log.AppendAsync([.. Enumerable.Range(0, 5000).Select(_ => new NewRecord { Kind = "sent", Actor = "bolt", Payload = payload, Body = "x" })], null, MailRoom.Stop);

        (await _room.AskAsync("SELECT count(*), count(DISTINCT message) FROM mailboxes WHERE subject = 's'")).ShouldHaveSingleItem().ShouldBe(["5000", "5000"]);
        (await _room.ValueAsync("SELECT count(*) FROM (SELECT message, row_number() OVER () AS n FROM mailboxes) JOIN messages ON id = message AND ordinal = n")).ShouldBe("5000");
    }
}
