using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics.Tests;

public sealed class MailSearchTests : IDisposable
{
    private readonly MailRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Run_NoLog_FindsNothing()
    {
        var result = await _room.SearchAsync(new SearchQuery { Terms = ["x"] });

        result.Hits.ShouldBeEmpty();
        result.HasMore.ShouldBeFalse();
        result.Damage.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_SeveralFit_NewestFirstWithinTheLimit()
    {
        foreach (var subject in new[] { "one merge", "two", "three merge", "four MERGE" })
        {
            await _room.SendAsync(subject, "body");
        }

        var result = await _room.SearchAsync(new SearchQuery { Terms = ["Merge"], Limit = 2 });

        result.Hits.Select(hit => hit.Message.Subject).ShouldBe(["four MERGE", "three merge"]);
        result.HasMore.ShouldBeTrue();
        (await _room.SearchAsync(new SearchQuery { Terms = ["Merge"], Limit = 3 })).HasMore.ShouldBeFalse();
    }

    [Theory]
    [InlineData("OLÁ")]
    [InlineData("ждёт")]
    [InlineData("ΣΊΣΥΦΟΣ")]
    [InlineData("\"quoted\"")]
    [InlineData("C:\\users")]
    [InlineData("two\nlines")]
    [InlineData("𐐨𐐀")]
    [InlineData("\u0085next")]
    public async Task Run_AnyTextInAnyCase_IsFoundInTheBody(string term)
    {
        await _room.SendAsync("subject", "olá, Ждёт Σίσυφος \"Quoted\" c:\\Users two\nLines 𐐀𐐨 \u0085Next");

        (await _room.SubjectsAsync(term)).ShouldBe(["subject"]);
    }

    [Theory]
    [InlineData("recipients")]
    [InlineData("body_sha256")]
    [InlineData("normal")]
    [InlineData("\":\"")]
    [InlineData("subject\",\"")]
    [InlineData("n")]
    [InlineData("1:09")]
    public async Task Run_TextOfTheRecordAroundTheMessage_IsNotFound(string term)
    {
        await _room.SendAsync(MailRoom.Draft("hello", "tree", MailRoom.Bolt, MailRoom.Bolt));

        (await _room.SubjectsAsync(term)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("curat", true)]
    [InlineData("BOLT", true)]
    [InlineData("flaky", true)]
    [InlineData("2026-01", true)]
    [InlineData("2026-01-11", true)]
    [InlineData("2026-01-12", false)]
    [InlineData("2026", false)]
    public async Task Run_PeopleTagsAndDays_AreSearched(string term, bool isFound)
    {
        await _room.SendAsync(MailRoom.Draft("hello", "x") with { Tags = ["Flaky-test"] });

        (await _room.SubjectsAsync(term)).Any().ShouldBe(isFound);
    }

    [Fact]
    public async Task Run_SeveralTerms_AllMustOccurSomewhere()
    {
        await _room.SendAsync("merge base", "moved");
        await _room.SendAsync("merge", "unmoved");

        (await _room.SubjectsAsync("merge", "MOVED", "curator")).ShouldBe(["merge", "merge base"]);
        (await _room.SubjectsAsync("moved", "base")).ShouldBe(["merge base"]);
    }

    [Fact]
    public async Task Run_EscapesOfAnotherWriter_AreRead()
    {
        await _room.AppendAsync("sent", """{"from":"bolt","to":["curator"],"recipients":["cur\u0061tor"],"subject":"caf\u00e9 a\/b","type":"note","priority":"normal"}""");

        (await _room.SubjectsAsync("CAFÉ A/B")).ShouldBe(["café a/b"]);
        (await _room.SubjectsAsync(new SearchQuery { Terms = ["café"], Persona = MailRoom.Curator })).ShouldBe(["café a/b"]);
    }

    [Fact]
    public async Task Run_LongBodyInABlob_IsSearchedAndQuoted()
    {
        await _room.SendAsync("long", new string('x', 40_000) + " needle in the stack");
        await _room.SendAsync("other", new string('y', 40_000));

        var hit = (await _room.SearchAsync(new SearchQuery { Terms = ["NEEDLE"] })).Hits.ShouldHaveSingleItem();

        hit.Message.Subject.ShouldBe("long");
        hit.Snippet!.ShouldContain("needle in the stack");
    }

    [Fact]
    public async Task Run_BlobIsDamagedOrGone_IsSaid()
    {
        await _room.SendAsync("long", new string('x', 40_000) + " needle");
        var blob = Directory.EnumerateFiles(Path.Combine(_room.Home.MailFolder, "blobs"), "*", SearchOption.AllDirectories).Single();
        File.WriteAllText(blob, "a needle of somebody else");

        var changed = await _room.SearchAsync(new SearchQuery { Terms = ["needle"] });
        File.Delete(blob);
        var gone = await _room.SearchAsync(new SearchQuery { Terms = ["needle"] });

        changed.Hits.ShouldBeEmpty();
        changed.Unsearched.ShouldHaveSingleItem().ShouldContain("another hash");
        gone.Unsearched.ShouldHaveSingleItem().ShouldContain("no blob");
    }

    [Fact]
    public async Task Run_RedactedBody_IsNeitherFoundNorShown()
    {
        var id = await _room.SendAsync("the key", "secret");
        var message = (await _room.Office.FoldAsync(MailRoom.Stop)).Find(id)!;
        new Redaction(_room.Home.MailFolder).Redact(message.Position);

        (await _room.SubjectsAsync("secret")).ShouldBeEmpty();
        (await _room.SubjectsAsync("**")).ShouldBeEmpty();
        var hit = (await _room.SearchAsync(new SearchQuery { Terms = ["key"] })).Hits.ShouldHaveSingleItem();
        hit.IsRedacted.ShouldBeTrue();
        hit.Snippet.ShouldBeNull();
    }

    [Fact]
    public async Task Run_Trash_IsLeftOutOrAlone()
    {
        var trashed = await _room.SendAsync("trashed", "word");
        await _room.SendAsync("kept", "word");
        var restored = await _room.SendAsync("restored", "word");
        await _room.MarkAsync(MailMark.Trashed, MailRoom.Curator, trashed);
        await _room.MarkAsync(MailMark.Trashed, MailRoom.Curator, restored);
        await _room.MarkAsync(MailMark.Restored, MailRoom.Curator, restored);
        var query = new SearchQuery { Terms = ["word"], Persona = MailRoom.Curator };

        (await _room.SubjectsAsync(query)).ShouldBe(["restored", "kept"]);
        (await _room.SubjectsAsync(query with { Trashed = true })).ShouldBe(["trashed"]);
        (await _room.SubjectsAsync(query with { Persona = MailRoom.Bolt })).ShouldBe(["restored", "kept", "trashed"]);
        (await _room.SubjectsAsync("word")).ShouldBe(["restored", "kept"]);
        (await _room.SubjectsAsync(new SearchQuery { Persona = MailRoom.Sentinel })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_Tag_IsTheMailboxsOwn()
    {
        var first = await _room.SendAsync("tagged later", "word");
        var second = await _room.SendAsync(MailRoom.Draft("untagged", "word") with { Tags = ["todo"] });
        await _room.SendAsync("never", "word");
        await _room.MarkAsync(MailMark.Tagged, MailRoom.Curator, first, "todo");
        await _room.MarkAsync(MailMark.Untagged, MailRoom.Curator, second, "todo");

        (await _room.SubjectsAsync(new SearchQuery { Tag = "todo", Persona = MailRoom.Curator })).ShouldBe(["tagged later"]);
        (await _room.SubjectsAsync(new SearchQuery { Tag = "todo", Persona = MailRoom.Bolt })).ShouldBe(["untagged"]);
        (await _room.SubjectsAsync(new SearchQuery { Tag = "todo" })).ShouldBe(["untagged", "tagged later"]);
    }

    [Fact]
    public async Task Run_SenderTypeTimeAndThread_Narrow()
    {
        var first = await _room.SendAsync(MailRoom.Draft("first", "w") with { Type = MessageType.Question });
        _room.Clock.Now = _room.Clock.Now.AddDays(1);
        var message = (await _room.Office.FoldAsync(MailRoom.Stop)).Find(first)!;
        await _room.SendAsync(MailRoom.Draft("reply", "w", MailRoom.Curator, MailRoom.Bolt) with { ReplyTo = message });
        var noon = _room.Clock.Now.AddHours(-1);

        (await _room.SubjectsAsync(new SearchQuery { From = MailRoom.Curator })).ShouldBe(["reply"]);
        (await _room.SubjectsAsync(new SearchQuery { Type = MessageType.Question })).ShouldBe(["first"]);
        (await _room.SubjectsAsync(new SearchQuery { Since = noon })).ShouldBe(["reply"]);
        (await _room.SubjectsAsync(new SearchQuery { Until = noon })).ShouldBe(["first"]);
        (await _room.SubjectsAsync(new SearchQuery { Thread = ThreadLookup.Require(_room.Home, first.Suffix(8)) })).ShouldBe(["reply", "first"]);
        Should.Throw<TroupeException>(() => ThreadLookup.Require(_room.Home, "0123456789")).Code.ShouldBe(ErrorCode.NotFound);
        Should.Throw<TroupeException>(() => ThreadLookup.Require(_room.Home, "xyz")).Code.ShouldBe(ErrorCode.InvalidArgument);
    }

    [Fact]
    public async Task Run_Superseded_SaysByWhat()
    {
        var older = await _room.SendAsync("older", "w");
        var newer = await _room.SendAsync(MailRoom.Draft("newer", "x") with { Supersedes = [older] });

        var hit = (await _room.SearchAsync(new SearchQuery { Terms = ["w"], Persona = MailRoom.Curator })).Hits[^1];

        hit.Message.Id.ShouldBe(older);
        hit.Entry!.SupersededBy.ShouldBe(newer);
    }

    [Fact]
    public async Task Run_RecordThatRepeatsAnId_TheFirstCounts()
    {
        var id = await _room.SendAsync("true", "w");
        using (var elsewhere = new MailRoom())
        {
            await elsewhere.AppendAsync("sent", """{"from":"bolt","to":["curator"],"recipients":["curator"],"subject":"forged","type":"note","priority":"normal"}""", "w", id);
            File.AppendAllText(_room.LogFile, File.ReadAllText(elsewhere.LogFile));
        }

        (await _room.SubjectsAsync("w")).ShouldBe(["true"]);
        (await _room.SubjectsAsync("forged")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_DamageInTheMiddle_IsSaidAndTheRestIsFound()
    {
        await _room.SendAsync("first word", "a");
        await _room.SendAsync("lost word", "b");
        await _room.SendAsync("last word", "c");
        File.WriteAllText(_room.LogFile, File.ReadAllText(_room.LogFile).Replace("lost word", "lost w0rd", StringComparison.Ordinal));

        var result = await _room.SearchAsync(new SearchQuery { Terms = ["word"] });

        result.Hits.Select(hit => hit.Message.Subject).ShouldBe(["last word", "first word"]);
        result.Damage.ShouldHaveSingleItem().LostRecords.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_RecordsFusedOnOneLine_AreFoundWithoutDamage()
    {
        await _room.SendAsync("first word", "a");
        await _room.SendAsync("last word", "c");
        File.WriteAllText(_room.LogFile, File.ReadAllText(_room.LogFile).Replace("\n", "", StringComparison.Ordinal));

        var result = await _room.SearchAsync(new SearchQuery { Terms = ["word"] });

        result.Hits.Count.ShouldBe(2);
        result.Damage.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_WriteUnderWay_IsNoDamage()
    {
        await _room.SendAsync("first word", "a");
        File.AppendAllText(_room.LogFile, """{"v":1,"id":"01""");

        var result = await _room.SearchAsync(new SearchQuery { Terms = ["word"] });

        result.Hits.Count.ShouldBe(1);
        result.Damage.ShouldNotContain(damage => damage.LostRecords);
    }

    [Fact]
    public async Task Run_UnreadableMessage_IsNoHitAndIsSaid()
    {
        await _room.AppendAsync("sent", """{"to":["curator"],"recipients":["curator"],"subject":"nobody's word"}""");

        var result = await _room.SearchAsync(new SearchQuery { Terms = ["word"] });

        result.Hits.ShouldBeEmpty();
        result.Unsearched.ShouldHaveSingleItem().ShouldContain("no sender");
    }

    [Fact]
    public async Task Run_QueryWithoutSense_IsRefused()
    {
        (await Should.ThrowAsync<TroupeException>(() => _room.SearchAsync(new SearchQuery { Terms = [""] }))).Code.ShouldBe(ErrorCode.InvalidArgument);
        (await Should.ThrowAsync<TroupeException>(() => _room.SearchAsync(new SearchQuery { Terms = [.. Enumerable.Repeat("x", 33)] })))
            .Code.ShouldBe(ErrorCode.InvalidArgument);
    }
}
