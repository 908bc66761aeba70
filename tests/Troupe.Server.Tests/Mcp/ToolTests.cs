using System.Text.Json;
using Troupe.Mail;

namespace Troupe.Server.Tests.Mcp;

/// <summary>What the tools do, asked by the official client in both revisions.</summary>
public sealed class ToolTests
{
    [Theory]
    [MemberData(nameof(Revisions.All), MemberType = typeof(Revisions))]
    public async Task Server_Client_AgreesOnTheRevisionItAskedFor(string revision)
    {
        await using var mail = new ServedMail();
        await using var client = await Revisions.ConnectAsync(mail, revision);

        client.NegotiatedProtocolVersion.ShouldBe(revision);
        client.ServerInfo.ShouldNotBeNull().Name.ShouldBe("troupe");
        client.ServerInfo!.Version.ShouldBe("1.2.3");
    }

    [Theory]
    [MemberData(nameof(Revisions.All), MemberType = typeof(Revisions))]
    public async Task Send_ToPersona_ArrivesFromTheServersPersona(string revision)
    {
        await using var mail = new ServedMail();
        await using var client = await Revisions.ConnectAsync(mail, revision);

        var answer = await client.CallAsync("send", """{"to":["bolt"],"subject":"Olá","body":"Texto","priority":"high","ackRequired":true}""");

        var entry = await mail.EntryAsync(EventLog.RecordId.Parse(answer.GetProperty("id").GetString()!), ServedMail.Bolt);
        entry.Message.From.ShouldBe(ServedMail.Curator);
        entry.Message.Subject.ShouldBe("Olá");
        entry.Message.Priority.ShouldBe(Priority.High);
        entry.Message.AckRequired.ShouldBeTrue();
        entry.Message.Attested.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Revisions.All), MemberType = typeof(Revisions))]
    public async Task Inbox_UnreadMessage_IsListedAndStaysUnread(string revision)
    {
        await using var mail = new ServedMail();
        var sent = await mail.SendAsync("First");
        await using var client = await Revisions.ConnectAsync(mail, revision);

        var answer = await client.CallAsync("inbox", """{"onlyUnread":true}""");

        var message = answer.GetProperty("messages").EnumerateArray().ShouldHaveSingleItem();
        message.GetProperty("id").GetString().ShouldBe(sent.Id.ToString());
        message.TryGetProperty("body", out _).ShouldBeFalse();
        (await mail.EntryAsync(sent.Id)).IsRead.ShouldBeFalse();
    }

    [Fact]
    public async Task Inbox_MoreThanTheLimit_SaysHowManyAreOlder()
    {
        await using var mail = new ServedMail();
        for (var i = 0; i < 3; i++)
        {
            await mail.SendAsync($"Number {i}");
        }

        await using var client = await Revisions.ConnectAsync(mail, Revisions.Stateless);
        var answer = await client.CallAsync("inbox", """{"limit":1}""");

        answer.GetProperty("messages").EnumerateArray().ShouldHaveSingleItem().GetProperty("subject").GetString().ShouldBe("Number 2");
        answer.GetProperty("omitted").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Read_ShortId_GivesTheTextAndMarksIt()
    {
        await using var mail = new ServedMail();
        var sent = await mail.SendAsync("First", "The text");
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Stateless);

        var answer = await client.CallAsync("read", $$"""{"ids":["{{sent.Id.Suffix(8)}}"]}""");

        answer.GetProperty("messages")[0].GetProperty("body").GetString().ShouldBe("The text");
        (await mail.EntryAsync(sent.Id)).IsRead.ShouldBeTrue();
    }

    [Fact]
    public async Task Reply_ReceivedMessage_GoesToItsSenderInTheSameThread()
    {
        await using var mail = new ServedMail();
        var sent = await mail.SendAsync("Question");
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Stateless);

        var answer = await client.CallAsync("reply", $$"""{"id":"{{sent.Id}}","body":"Answer"}""");

        var entry = await mail.EntryAsync(EventLog.RecordId.Parse(answer.GetProperty("id").GetString()!), ServedMail.Bolt);
        entry.Message.Subject.ShouldBe("Re: Question");
        entry.Message.Thread.ShouldBe(sent.Id);
    }

    [Fact]
    public async Task Ack_Twice_ChangesOnce()
    {
        await using var mail = new ServedMail();
        var sent = await mail.SendAsync("Please", ack: true);
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Stateless);

        var first = await client.CallAsync("ack", $$"""{"ids":["{{sent.Id}}"]}""");
        var second = await client.CallAsync("ack", $$"""{"ids":["{{sent.Id}}"]}""");

        first.GetProperty("changed").GetArrayLength().ShouldBe(1);
        second.GetProperty("unchanged").GetArrayLength().ShouldBe(1);
        (await mail.EntryAsync(sent.Id)).IsAcked.ShouldBeTrue();
    }

    [Fact]
    public async Task WhoAmI_Session_IsNamedWithTheTeam()
    {
        await using var mail = new ServedMail();
        await mail.SendAsync("First");
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Stateless);

        var answer = await client.CallAsync("whoami");

        answer.GetProperty("persona").GetString().ShouldBe("curator");
        answer.GetProperty("session").GetString().ShouldBe("s7-curator-1");
        answer.GetProperty("unread").GetInt32().ShouldBe(1);
        answer.GetProperty("team").EnumerateArray().Select(name => name.GetString()).ShouldBe(["bolt", "curator", "lead", "sentinel"]);
    }

    [Theory]
    [InlineData("""{"terms":["OLÁ"]}""", 1)]
    [InlineData("""{"terms":["olá"],"from":"sentinel"}""", 0)]
    [InlineData("""{"terms":["nothing of the kind"]}""", 0)]
    public async Task Search_Words_FindsWhatHasThem(string arguments, int found)
    {
        await using var mail = new ServedMail();
        await mail.SendAsync("Greeting", "Said olá to the parser");
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Stateless);

        var answer = await client.CallAsync("search", arguments);

        var hits = answer.GetProperty("messages").EnumerateArray().ToList();
        hits.Count.ShouldBe(found);
        hits.ForEach(hit => hit.GetProperty("snippet").GetString().ShouldNotBeNull().ShouldContain("olá"));
    }

    [Fact]
    public async Task Reserve_WhereSomebodyIs_NamesHimAndIsAdviceUnlessExclusive()
    {
        await using var mail = new ServedMail();
        await mail.Office.Reservations.ReserveAsync(
            ServedMail.Bolt, [PathPattern.Parse("src/parser")], TimeSpan.FromMinutes(5), "lexer", exclusive: false, TestContext.Current.CancellationToken);
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Stateless);

        var exclusive = await client.CallAsync("reserve", """{"paths":["src/**/*.cs"],"exclusive":true}""");
        var shared = await client.CallAsync("reserve", """{"paths":["src/**/*.cs"]}""");
        var released = await client.CallAsync("release", "{}");

        exclusive.GetProperty("reserved").GetBoolean().ShouldBeFalse();
        shared.GetProperty("reserved").GetBoolean().ShouldBeTrue();
        shared.GetProperty("others")[0].GetProperty("persona").GetString().ShouldBe("bolt");
        released.GetProperty("released")[0].GetProperty("path").GetString().ShouldBe("src/**/*.cs");
        (await mail.Office.Reservations.HeldAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem().Persona.ShouldBe(ServedMail.Bolt);
    }

    [Fact]
    public async Task WeaveStatus_NoSprintYet_SaysSoByAbsence()
    {
        await using var mail = new ServedMail();
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Stateless);

        (await client.CallAsync("weave_status")).TryGetProperty("sprint", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("send", """{"to":["curater"],"subject":"S","body":"B"}""", "Did you mean 'curator'?")]
    [InlineData("send", """{"to":["bolt"],"subject":"S"}""", "body")]
    [InlineData("send", """{"to":["bolt"],"subject":"S","body":"B","from":"lead"}""", "from")]
    [InlineData("send", """{"to":["bolt"],"subject":"S","body":"B","type":"order"}""", "order")]
    [InlineData("send", """{"to":"bolt","subject":"S","body":"B"}""", "to")]
    [InlineData("read", """{"ids":[]}""", "at least one")]
    [InlineData("read", """{"ids":["0123456789"]}""", "There is no message")]
    [InlineData("inbox", """{"from":"nobody"}""", "There is no persona 'nobody'")]
    [InlineData("reserve", """{"paths":["../etc"]}""", "leads out of the repository")]
    [InlineData("reserve", """{"paths":["src"],"minutes":0}""", "at most 7 days")]
    [InlineData("release", """{"paths":["src"]}""", "does not hold 'src'")]
    [InlineData("search", """{"terms":[""]}""", "an empty one says nothing")]
    public async Task Call_WrongArguments_IsAnAnswerThatSaysWhatIsWrong(string tool, string arguments, string said)
    {
        await using var mail = new ServedMail();
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Stateless);

        var result = await client.TryCallAsync(tool, arguments);

        result.IsError.ShouldBe(true);
        result.Text().ShouldContain(said);
        (await mail.Office.FoldAsync(TestContext.Current.CancellationToken)).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_LogThatCannotBeWritten_IsLeftInTheSessionsOutbox()
    {
        using var folder = new Testing.TemporaryFolder();
        await using var mail = new ServedMail(new OutboxFolder(folder["outbox"]));
        Directory.CreateDirectory(Path.Combine(mail.Home.MailFolder, "events.jsonl"));
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Stateless);

        var answer = await client.CallAsync("send", """{"to":["bolt"],"subject":"Kept","body":"B"}""");

        File.ReadAllText(answer.GetProperty("outbox").GetString()!).ShouldContain("Kept");
    }
}
