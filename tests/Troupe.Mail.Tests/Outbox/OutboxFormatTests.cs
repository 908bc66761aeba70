using System.Text;
using CsCheck;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class OutboxFormatTests
{
    private const string Good = "---\nto: curator, lead\nsubject: Hello\n---\n\nBody\n";

    [Fact]
    public void Parse_WrittenByHand_IsMail()
    {
        var mail = Parse(Good).ShouldBeOfType<OutboxEntry.Mail>();

        mail.To.Select(address => address.ToString()).ShouldBe(["curator", "lead"]);
        (mail.Subject, mail.Body, mail.Type, mail.Priority, mail.Id).ShouldBe(("Hello", "Body\n", MessageType.Note, Priority.Normal, null));
    }

    [Fact]
    public void Parse_WindowsLinesAndByteOrderMark_AreAccepted() =>
        Parse("\ufeff" + Good.Replace("\n", "\r\n", StringComparison.Ordinal)).ShouldBeOfType<OutboxEntry.Mail>().Subject.ShouldBe("Hello");

    [Fact]
    public void Parse_EveryHeader_IsUnderstood()
    {
        var mail = Parse(
            "---\nid: 019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b\nto: @all\ncc: weaver\nsubject: \"two\\nlines\"\ntype: question\npriority: urgent\n"
            + "ack-required: yes\ntags: a, b/c\ndedup-key: k:1\nin-reply-to: 8c2e4b\n---\n---\nnot a header\n").ShouldBeOfType<OutboxEntry.Mail>();

        (mail.Subject, mail.Type, mail.Priority, mail.AckRequired).ShouldBe(("two\nlines", MessageType.Question, Priority.Urgent, true));
        (mail.DedupKey, mail.InReplyTo, mail.Body).ShouldBe(("k:1", "8c2e4b", "---\nnot a header\n"));
        mail.Tags.ShouldBe(["a", "b/c"]);
    }

    [Fact]
    public void Parse_Marks_NameTheirMessages() =>
        Parse("---\nmark-read: 8c2e4b, 019bac3e\n---\n").ShouldBeOfType<OutboxEntry.Marks>().Messages.ShouldBe(["8c2e4b", "019bac3e"]);

    [Theory]
    [InlineData("", 1, "first line")]
    [InlineData("Hello curator", 1, "first line")]
    [InlineData("---\n", 2, "closing")]
    [InlineData("---\nto: curator\nsubject: S\n", 4, "closing")]
    [InlineData("---\nto: curator\n---\n", 1, "'subject:'")]
    [InlineData("---\nsubject: S\n---\n", 1, "recipient")]
    [InlineData("---\nto: Curator\nsubject: S\n---\n", 2, "'Curator'")]
    [InlineData("---\nto: a\nto: b\nsubject: S\n---\n", 3, "twice")]
    [InlineData("---\nto: a\nsubjekt: S\n---\n", 3, "did you mean 'subject'?")]
    [InlineData("---\nto: a\nfrom: @all\nsubject: S\n---\n", 3, "'@all' is no value for 'from'")]
    [InlineData("---\nto: a\nattested: s1-a-1\nsubject: S\n---\n", 3, "'attested' is not known")]
    [InlineData("---\nto: a\nsubject: \"open\n---\n", 3, "JSON")]
    [InlineData("---\nto: a\nsubject: S\ntype: memo\n---\n", 4, "'memo'")]
    [InlineData("---\nto: a\nsubject: S\nid: 7\n---\n", 4, "'7'")]
    [InlineData("---\nto: a\nsubject: S\nack-required: maybe\n---\n", 4, "'maybe'")]
    [InlineData("---\nto: a\nsubject: S\ntags: a b\n---\n", 4, "'a b'")]
    [InlineData("---\n: x\n---\n", 2, "name: value")]
    [InlineData("---\n\u001b[2J\n---\n", 2, "\\u{001B}")]
    [InlineData("---\nmark-read:\n---\n", 2, "names no message")]
    [InlineData("---\nmark-read: 8c2e4b\nsubject: S\n---\n", 3, "'subject' is not known")]
    [InlineData("---\nmark-read: 8c2e4b\n---\nand a text", 3, "no text")]
    public void Parse_HostileOrWrong_IsAFlawWithItsLine(string text, int line, string reason)
    {
        var flaw = Parse(text).ShouldBeOfType<OutboxEntry.Flaw>();
        flaw.Reason.ShouldContain(reason);
        flaw.Reason.ShouldNotContain("\u001b");
        flaw.Line.ShouldBe(line);
    }

    [Fact]
    public void Parse_NotUtf8_IsAFlaw() =>
        OutboxParser.Parse([.. Encoding.UTF8.GetBytes(Good), 0xff]).ShouldBeOfType<OutboxEntry.Flaw>().Reason.ShouldContain("UTF-8");

    [Fact]
    public void Parse_TooLarge_IsAFlaw() =>
        OutboxParser.Parse(new byte[OutboxParser.LargestFile + 1]).ShouldBeOfType<OutboxEntry.Flaw>().Reason.ShouldContain("longer");

    [Fact]
    public void Parse_AThousandHeaders_IsAFlaw() =>
        Parse("---\n" + string.Concat(Enumerable.Range(0, 1000).Select(number => $"h{number}: x\n")) + "---\n")
            .ShouldBeOfType<OutboxEntry.Flaw>().Reason.ShouldContain("more than 64");

    [Fact]
    public void Parse_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        OutboxParser.Parse(bytes);
        OutboxParser.Parse([.. "---\n"u8, .. bytes]);
    });

    [Fact]
    public void Write_AnyDraft_IsParsedBack() =>
        (from subject in Gen.String.Where(IsSendable)
         from body in Gen.String.Where(IsWellFormed)
         from key in Gen.OneOf(Gen.Const((string?)null), Gen.String.Where(IsSendable)!)
         from type in Gen.Enum<MessageType>()
         from priority in Gen.Enum<Priority>()
         from ack in Gen.Bool
         select MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with
         {
             Subject = subject,
             Body = body,
             DedupKey = key,
             Type = type,
             Priority = priority,
             AckRequired = ack,
             Tags = ["a", "b"],
         }).Sample(draft =>
    {
        var id = new RecordId(Guid.Parse("019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b"));
        return Parse(OutboxWriter.Write(draft, id)) is OutboxEntry.Mail mail
            && mail.Id == id && mail.Subject == draft.Subject && mail.Body == draft.Body && mail.DedupKey == draft.DedupKey
            && mail.Type == draft.Type && mail.Priority == draft.Priority && mail.AckRequired == draft.AckRequired
            && mail.To.SequenceEqual(draft.To) && mail.Tags.SequenceEqual(draft.Tags);
    });

    private static bool IsSendable(string text) => !string.IsNullOrWhiteSpace(text) && IsWellFormed(text);

    private static bool IsWellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static OutboxEntry Parse(string text) => OutboxParser.Parse(Encoding.UTF8.GetBytes(text));
}
