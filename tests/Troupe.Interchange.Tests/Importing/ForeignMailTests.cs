using System.Text;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Interchange.Tests;

/// <summary>Mail of other programs and other people.</summary>
public sealed class ForeignMailTests : IDisposable
{
    private static readonly string[] Everybody = ["ann@example.org=curator", "bob@example.org=bolt"];
    private readonly MailTeam _team = new();

    public void Dispose() => _team.Dispose();

    [Fact]
    public async Task Eml_WithEverything_IsTakenWhole()
    {
        var letter = await ImportOneAsync(
            """
            From: =?iso-8859-1?q?Ann_K=E4se?= <ann@example.org>
            To: "Bob, B." <bob@example.org>
            Cc: Ann <ann@example.org>
            Subject: =?utf-8?q?Sch=C3=B6ne?=
             =?utf-8?b?IEdyw7zDn2U=?=
            Date: Sun, 11 Jan 2026 10:06:00 +0100
            Message-ID: <1@example.org>
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=iso-8859-15
            Content-Transfer-Encoding: quoted-printable

            5 =A4 f=FCr Wei=DFbrot=
             und mehr
            --inner
            Content-Type: text/html

            <p>5 &euro;</p>
            --inner--
            --outer
            Content-Type: message/rfc822

            From: old@example.org
            Subject: before

            older text
            --outer
            Content-Type: application/pdf; name="=?utf-8?q?ol=C3=A1.pdf?="
            Content-Transfer-Encoding: base64

            AAEC
            --outer--

            """);

        letter.From.ShouldBe("curator");
        letter.To.ShouldBe(["bolt"]);
        letter.Cc.ShouldBe(["curator"]);
        (letter.Subject, letter.Body).ShouldBe(("Schöne Grüße", "5 € für Weißbrot und mehr"));
        letter.SentAt.ShouldBe(new DateTimeOffset(2026, 1, 11, 9, 6, 0, TimeSpan.Zero));
        letter.Enclosures.Select(one => (one.Name, one.MediaType)).ShouldBe([("message-1.eml", "message/rfc822"), ("olá.pdf", "application/pdf")]);
        Encoding.UTF8.GetString(letter.Enclosures[0].Content!.Value.Span).ShouldBe("From: old@example.org\nSubject: before\n\nolder text");
        letter.Enclosures[1].Content!.Value.ToArray().ShouldBe([0, 1, 2]);
        var message = (await _team.MessagesAsync()).ShouldHaveSingleItem();
        message.Timestamp.ShouldBe(_team.Clock.Now);
        message.Origin.ShouldBe(new ImportOrigin("eml", letter.SentAt, "ann@example.org", Attested: null));
    }

    [Fact]
    public async Task Eml_OfHtmlAlone_BecomesItsWords()
    {
        var letter = await ImportOneAsync(
            "From: ann@example.org\nTo: bob@example.org\nSubject: S\nContent-Type: text/html; charset=utf-8\n\n"
            + "<html><head><style>p{}</style></head><body><p>5 &euro;</p><script>alert(1)</script><div>olá <b>you</b></div></body></html>\n");

        letter.Body.ShouldBe("5 €\nolá you\n");
    }

    [Fact]
    public async Task Answers_ToMailFromElsewhere_StayInTheirThread()
    {
        _team.Write("mail/1.eml", "From: ann@example.org\nTo: bob@example.org\nSubject: S\nMessage-ID: <1@x>\nDate: Sun, 11 Jan 2026 10:00:00 +0000\n\none");
        _team.Write("mail/0.eml", "From: bob@example.org\nTo: ann@example.org\nSubject: Re: S\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>\nReferences: <1@x>\nDate: Sun, 11 Jan 2026 11:00:00 +0000\n\ntwo");
        _team.Write("mail/2.eml", "From: ann@example.org\nTo: bob@example.org\nSubject: Re: S\nMessage-ID: <3@x>\nIn-Reply-To: <2@x>\nReferences: <1@x> <2@x>\nDate: Sun, 11 Jan 2026 12:00:00 +0000\n\nthree");

        await DoneAsync(InterchangeFormat.Eml, "mail");

        var messages = await _team.MessagesAsync();
        messages.Select(message => message.Subject).ShouldBe(["S", "Re: S", "Re: S"]);
        messages.Select(message => message.Thread).ShouldAllBe(thread => thread == messages[0].Id);
        (messages[1].InReplyTo, messages[2].InReplyTo).ShouldBe((messages[0].Id, messages[1].Id));
        messages.Select(message => message.Hops).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task People_WhoAreNobodyHere_AreAllNamedAndNothingIsImported()
    {
        _team.Write("mail/1.eml", "From: ann@example.org\nTo: bob@example.org, curator@team\nSubject: S\n\none");
        _team.Write("mail/2.eml", "From: ann@example.org\nTo: bolt@team\nSubject: T\n\ntwo");

        var refused = (await _team.ImportAsync(InterchangeFormat.Eml, _team["mail"])).ShouldBeOfType<ImportOutcome.Refused>();

        refused.Unknown.ShouldBe(new Dictionary<string, int> { ["ann@example.org"] = 2, ["bob@example.org"] = 1 }, ignoreOrder: true);
        refused.Flaws.ShouldBeEmpty();
        _team.LogText.ShouldBeEmpty();
    }

    [Fact]
    public async Task People_MappedByAStar_AreAllOfThem()
    {
        _team.Write("mail/1.eml", "From: ann@example.org\nTo: bob@example.org, curator@team\nSubject: S\n\none");

        await DoneAsync(InterchangeFormat.Eml, "mail", "*=lead");

        var message = (await _team.MessagesAsync()).ShouldHaveSingleItem();
        message.From.ShouldBe(PersonaId.Lead);
        message.Recipients.ShouldBe([PersonaId.Lead, MailTeam.Curator]);
    }

    [Fact]
    public async Task To_OneMailbox_TakesEverythingThere()
    {
        _team.Write("mail/1.eml", "From: curator@team\nTo: everybody@lists.example.org\nSubject: S\n\none");

        await _team.ImportAsync(InterchangeFormat.Eml, _team["mail"], request => request with { To = MailTeam.Sentinel });

        var message = (await _team.MessagesAsync()).ShouldHaveSingleItem();
        message.Recipients.ShouldBe([MailTeam.Sentinel]);
        message.To.Select(address => address.ToString()).ShouldBe(["sentinel"]);
    }

    [Fact]
    public async Task Subject_EmptyOrTooLong_IsMended()
    {
        _team.Write("mail/1.eml", "From: ann@example.org\nTo: bob@example.org\n\none");
        _team.Write("mail/2.eml", $"From: ann@example.org\nTo: bob@example.org\nSubject: {new string('x', 600)}\n\ntwo");

        await DoneAsync(InterchangeFormat.Eml, "mail");

        var subjects = (await _team.MessagesAsync()).Select(message => message.Subject).ToList();
        subjects.ShouldContain("(no subject)");
        subjects.ShouldContain(new string('x', 499) + "…");
    }

    [Fact]
    public async Task Maildir_OfAPersona_SaysWhoHasItAndWhetherItWasRead()
    {
        const string List = "From: ann@example.org\nTo: undisclosed-recipients:;\nSubject: S\nMessage-ID: <{0}@x>\n\nbody\n";
        _team.Write("mail/curator/cur/1.a.host:2,RS", List.Replace("{0}", "1", StringComparison.Ordinal));
        _team.Write("mail/curator/new/2.a.host", List.Replace("{0}", "2", StringComparison.Ordinal));
        _team.Write("mail/curator/.Archive/cur/3.a.host:2,ST", List.Replace("{0}", "1", StringComparison.Ordinal));
        _team.Write("mail/bolt/cur/1.b.host:2,", List.Replace("{0}", "1", StringComparison.Ordinal));
        _team.Write("mail/curator/tmp/9.half.host", "half a mess");

        var done = await DoneAsync(InterchangeFormat.Maildir, "mail");

        (done.Found, done.Imported).ShouldBe((2, 2));
        var letters = await _team.LettersAsync();
        letters.Single(letter => letter.Recipients!.Count == 2).States.Select(state => (state.Mailbox, state.IsRead)).ShouldBe([("bolt", false), ("curator", true)], ignoreOrder: true);
        letters.Single(letter => letter.Recipients!.Count == 1).States.Select(state => (state.Mailbox, state.IsRead)).ShouldBe([("curator", false)]);
    }

    [Fact]
    public async Task Mbox_OfAnotherProgram_IsSplitAtItsSeparators()
    {
        _team.Write("curator.mbox", string.Concat(
            "From ann@example.org Sun Jan 11 10:00:00 2026\nFrom: ann@example.org\nTo: bob@example.org\nSubject: one\nStatus: RO\n\n",
            "text\nFrom here on, no separator\n>From there\n>>From two\n\n",
            "From bob@example.org Sun Jan 11 11:00:00 2026\r\nFrom: bob@example.org\r\nTo: ann@example.org\r\nSubject: two\r\n\r\nmore\r\n\r\n"));

        await DoneAsync(InterchangeFormat.Mbox, "curator.mbox");

        var letters = await _team.LettersAsync();
        letters.OrderBy(letter => letter.Subject).Select(letter => (letter.Subject, letter.Body)).ShouldBe(
            [("one", "text\nFrom here on, no separator\nFrom there\n>From two\n"), ("two", "more\n")]);
        letters.Single(letter => letter.Subject == "one").States.Select(state => (state.Mailbox, state.IsRead)).ShouldBe([("bolt", false), ("curator", true)]);
    }

    [Fact]
    public async Task Attestation_OfAForeignMessage_IsNeverClaimed()
    {
        _team.Write("mail/1.eml", "From: curator@team\nTo: bolt@team\nSubject: S\nX-Troupe-Version: 1\nX-Troupe-Recipients: bolt\nX-Troupe-Attested: s1-curator-1\n\none");

        await DoneAsync(InterchangeFormat.Eml, "mail");

        var message = (await _team.MessagesAsync()).ShouldHaveSingleItem();
        (message.Attested, message.Origin!.Attested).ShouldBe((null, "s1-curator-1"));
    }

    private async Task<Letter> ImportOneAsync(string text)
    {
        _team.Write("mail/1.eml", text);
        await DoneAsync(InterchangeFormat.Eml, "mail");
        return (await _team.LettersAsync()).ShouldHaveSingleItem();
    }

    private async Task<ImportOutcome.Done> DoneAsync(InterchangeFormat format, string path, params string[] map)
    {
        var outcome = await _team.ImportAsync(format, _team[path], request => request with { Map = map.Length > 0 ? map : Everybody });
        if (outcome is ImportOutcome.Refused refused)
        {
            Assert.Fail(string.Join('\n', refused.Flaws.Select(flaw => flaw.Reason).Concat(refused.Unknown.Keys)));
        }

        return outcome.ShouldBeOfType<ImportOutcome.Done>();
    }
}
