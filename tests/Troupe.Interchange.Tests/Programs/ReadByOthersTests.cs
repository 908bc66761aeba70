using System.Globalization;
using System.Text.Json;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange.Tests;

/// <summary>Programs that know nothing of this one read what it exports.</summary>
public sealed class ReadByOthersTests : IDisposable
{
    private readonly MailTeam _team = new();

    public void Dispose() => _team.Dispose();

    [Fact]
    public async Task Notmuch_ExportedMaildir_FindsBySubjectBodySenderAndState()
    {
        var (question, answer) = await ExportAsync(InterchangeFormat.Maildir);
        _team.Write(".notmuch-config", $"[database]\npath={_team["mail"]}\n[user]\nname=t\nprimary_email=t@team\n[new]\ntags=unread;inbox;\n[maildir]\nsynchronize_flags=true\n");

        (await NotmuchAsync("new")).ShouldContain("Added 2 new messages");

        (await NotmuchAsync("search", "--output=messages", "subject:parser")).Trim().ShouldBe($"id:{question}@team");
        (await NotmuchAsync("search", "--output=messages", "Käsekuchen")).Trim().ShouldBe($"id:{question}@team");
        (await NotmuchAsync("search", "--output=messages", "from:curator")).Trim().ShouldBe($"id:{answer}@team");
        (await NotmuchAsync("search", "--output=messages", "to:all@groups.team")).Trim().ShouldBe($"id:{answer}@team");
        (await NotmuchAsync("search", "--output=messages", "attachment:notes.txt")).Trim().ShouldBe($"id:{question}@team");
        (await NotmuchAsync("search", "--output=threads", "*")).Trim().Split('\n').Length.ShouldBe(1);
        (await NotmuchAsync("search", "--output=messages", "tag:flagged")).Trim().ShouldBe($"id:{question}@team");
        (await NotmuchAsync("search", "--output=messages", "tag:unread")).Trim().ShouldBe($"id:{answer}@team");
        (await NotmuchAsync("show", "--format=raw", "--part=2", $"id:{question}@team")).ShouldBe(Body);
    }

    [Fact]
    public async Task Mu_ExportedMaildir_FindsBySubjectBodySenderAndFlag()
    {
        var (question, answer) = await ExportAsync(InterchangeFormat.Maildir);
        await OtherProgram.RunAsync(_team["."], "mu", "init", "--quiet", $"--maildir={_team["mail"]}");
        await OtherProgram.RunAsync(_team["."], "mu", "index", "--quiet");

        (await MuAsync("subject:parser")).ShouldBe([$"{question}@team"]);
        (await MuAsync("body:Käsekuchen")).ShouldBe([$"{question}@team"]);
        (await MuAsync("from:curator@team")).Distinct().ShouldBe([$"{answer}@team"]);
        (await MuAsync("flag:flagged")).ShouldBe([$"{question}@team"]);
        (await MuAsync("file:notes.txt")).ShouldBe([$"{question}@team"]);
    }

    [Theory]
    [InlineData(InterchangeFormat.Maildir, "mailbox.Maildir(sys.argv[1] + '/curator', create=False)")]
    [InlineData(InterchangeFormat.Mbox, "mailbox.mbox(sys.argv[1] + '/curator.mbox', create=False)")]
    public async Task Python_ExportedMailbox_HasTheMessage(InterchangeFormat format, string opening)
    {
        var (question, _) = await ExportAsync(format);
        var script = _team.Write("read.py", string.Create(CultureInfo.InvariantCulture, $$"""
            import email.policy, json, mailbox, sys
            box = {{opening}}
            found = []
            for one in box:
                message = email.message_from_bytes(one.as_bytes(), policy=email.policy.default)
                parts = [part for part in message.walk() if not part.is_multipart()]
                found.append({
                    "id": message["Message-ID"], "subject": message["Subject"], "from": message["From"],
                    "body": parts[0].get_payload(decode=True).decode("utf-8"), "names": [part.get_filename() for part in parts[1:]],
                    "files": [part.get_payload(decode=True).decode("latin-1") for part in parts[1:]], "flags": one.get_flags(),
                })
            print(json.dumps(found))
            """));

        using var found = JsonDocument.Parse(await OtherProgram.RunAsync(_team["."], "python3", script, _team["mail"]));

        var message = found.RootElement.EnumerateArray().ShouldHaveSingleItem();
        message.GetProperty("id").GetString().ShouldBe($"<{question}@team>");
        message.GetProperty("subject").GetString().ShouldBe("Could the parser keep its cache? 🎉");
        message.GetProperty("from").GetString().ShouldBe("bolt <bolt@team>");
        message.GetProperty("body").GetString().ShouldBe(Body);
        message.GetProperty("names").EnumerateArray().Select(name => name.GetString()).ShouldBe(["notes.txt"]);
        message.GetProperty("files").EnumerateArray().Select(file => file.GetString()).ShouldBe(["one\r\ntwo\0"]);
        message.GetProperty("flags").GetString()!.ShouldContain('R');
    }

    private const string Body = "A Käsekuchen for whoever knows.\nFrom here on it is rebuilt.\n>From there too.\n.\n\n";

    /// <summary>A question that was read and answered; the answer is unread.</summary>
    private async Task<(RecordId Question, RecordId Answer)> ExportAsync(InterchangeFormat format)
    {
        var enclosure = Enclosure.Of("notes.txt", "text/plain", "one\r\ntwo\0"u8.ToArray());
        await _team.Store.Blobs.PutAsync(enclosure.Content!.Value, MailTeam.Cancellation);
        var question = new RecordId(Guid.Parse("019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b"));
        await _team.Store.Import.AppendAsync(
            [
                new ImportedMessage
                {
                    Id = question,
                    From = MailTeam.Bolt,
                    To = [Address.Of(MailTeam.Curator)],
                    Recipients = [MailTeam.Curator],
                    Subject = "Could the parser keep its cache? 🎉",
                    Body = Body,
                    AckRequired = true,
                    Attachments = [new Attachment(enclosure.Name, enclosure.Sha256, enclosure.Content.Value.Length, enclosure.MediaType)],
                    Origin = new ImportOrigin("eml", SentAt: null, Sender: null, Attested: null),
                    States = [new ImportedState(MailTeam.Curator) { IsRead = true }],
                },
            ],
            MailTeam.Cancellation);
        var parent = (await _team.MessagesAsync())[0];
        var answer = await _team.SendAsync(MailTeam.Draft(MailTeam.Curator, MailTeam.Bolt) with { To = [Address.Parse("@all")], Subject = "Re: the cache", ReplyTo = parent });
        await _team.ExportAsync(format, _team["mail"]);
        return (question, answer);
    }

    private Task<string> NotmuchAsync(params string[] arguments) => OtherProgram.RunAsync(_team["."], "notmuch", arguments);

    private async Task<string[]> MuAsync(string query) =>
        (await OtherProgram.RunAsync(_team["."], "mu", "find", "--fields=i", query)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
