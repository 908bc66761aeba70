using System.Text;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Testing;

namespace Troupe.Mail.Tests;

/// <summary>The records of version 1, byte for byte: the file is what a log of this version holds.</summary>
public sealed class GoldenRecordsTests : IDisposable
{
    private const string File = "mail-events.v1.jsonl";
    private static readonly RecordId First = RecordId.Parse("019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b");
    private static readonly RecordId Second = RecordId.Parse("019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4c");
    private readonly MailRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task EveryKind_IsWrittenAsTheGoldenFileHasIt()
    {
        await WriteEveryKindAsync();

        Golden.Check(File, System.IO.File.ReadAllText(_room.LogFile, Encoding.UTF8));
    }

    [Fact]
    public async Task GoldenFile_IsReadBack()
    {
        Directory.CreateDirectory(_room.Home.MailFolder);
        System.IO.File.Copy(Golden.PathOf(File), _room.LogFile);

        var mailboxes = await _room.FoldAsync();

        mailboxes.Unreadable.ShouldBeEmpty();
        var answer = mailboxes.Messages[1];
        answer.Id.ShouldBe(Second);
        answer.From.ShouldBe(MailRoom.Curator);
        answer.To.Select(address => address.ToString()).ShouldBe(["bolt", "@all"]);
        answer.Cc.Select(address => address.ToString()).ShouldBe(["weaver"]);
        answer.Recipients.ShouldBe([MailRoom.Bolt, PersonaId.Lead, MailRoom.Sentinel, PersonaId.Weaver]);
        answer.Subject.ShouldBe("Re: olá \u202e\u001b[31m \"quoted\"");
        (answer.Type, answer.Priority, answer.AckRequired, answer.Hops).ShouldBe((MessageType.Question, Priority.High, true, 1));
        (answer.Thread, answer.InReplyTo).ShouldBe((First, First));
        answer.Attested.ShouldBe(SessionId.Parse("s7-curator-2"));
        (await _room.Office.ReadBodyAsync(answer, TestContext.Current.CancellationToken)).ShouldBe("Body\nof two lines\t\0");
        var entry = mailboxes.Of(MailRoom.Curator).Entries.ShouldHaveSingleItem();
        entry.Message.DedupKey.ShouldBe("a:key");
        (entry.IsRead, entry.IsAcked, entry.IsArchived, entry.IsTrashed).ShouldBe((false, true, false, false));
        entry.ShownIn.ShouldBe([SessionId.Parse("s7-curator-2")]);
        entry.Tags.ShouldBe(["kept", "new"]);
    }

    private async Task WriteEveryKindAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await _room.Office.Postmaster.SendAsync(
            MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Subject = "olá", Tags = ["new"], DedupKey = "a:key" }, First, cancellation);
        var parent = (await _room.FoldAsync()).Messages[0];
        var answer = MailRoom.Draft(MailRoom.Curator, MailRoom.Bolt) with
        {
            To = [Address.Of(MailRoom.Bolt), Address.Parse("@all")],
            Cc = [Address.Of(PersonaId.Weaver)],
            Subject = "Re: olá \u202e\u001b[31m \"quoted\"",
            Body = "Body\nof two lines\t\0",
            Type = MessageType.Question,
            Priority = Priority.High,
            AckRequired = true,
            Tags = ["perf", "api/v2"],
            ReplyTo = parent,
            Supersedes = [First],
        };
        await _room.Office.Postmaster.PostForSessionAsync(
            answer, SessionId.Parse("s7-curator-2"), new PostingIdentity(Second, "@outbox:example"), cancellation);
        var records = new List<NewRecord>();
        foreach (var mark in Enum.GetValues<MailMark>())
        {
            var session = mark is MailMark.Shown or MailMark.Read ? SessionId.Parse("s7-curator-2") : (SessionId?)null;
            var tag = mark switch { MailMark.Tagged => "kept", MailMark.Untagged => "gone", _ => null };
            records.Add(MailEventCodec.Encode(new MailEvent.Marked(mark, First, MailRoom.Curator, session, tag), MailRoom.Curator) with
            {
                Id = new RecordId(Guid.Parse($"019bac3e-6d40-7cc1-b1d5-0000000000{(int)mark:d2}")),
            });
        }

        await _room.Log.AppendAsync(records, cancellation);
    }
}
