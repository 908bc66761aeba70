using System.Text;
using Troupe.Core;

namespace Troupe.Mail.Tests;

/// <summary>Names that are in logs for good.</summary>
public sealed class PersistedNamesTests
{
    [Fact]
    public void EventKinds_AreFrozen() => MailEventKinds.All.ShouldBe(
    [
        "sent", "delivered", "shown", "read", "unread", "acked", "tagged", "untagged", "archived", "unarchived", "trashed",
        "restored", "reserved", "released", "segment_sealed", "redacted",
    ]);

    [Fact]
    public void MessageTypes_AreFrozenAndParseBack()
    {
        MessageTypes.All.ShouldBe(["note", "question", "conflict", "rejection", "rework", "feedback", "coordination", "system"]);
        foreach (var type in Enum.GetValues<MessageType>())
        {
            MessageTypes.Parse(type.Name()).ShouldBe(type);
        }
    }

    [Fact]
    public void Priorities_AreFrozenAndParseBack()
    {
        Priorities.All.ShouldBe(["low", "normal", "high", "urgent"]);
        foreach (var priority in Enum.GetValues<Priority>())
        {
            Priorities.Parse(priority.Name()).ShouldBe(priority);
        }
    }

    [Fact]
    public void EveryMark_HasItsKind()
    {
        foreach (var mark in Enum.GetValues<MailMark>())
        {
            MailMarks.TryParse(Encoding.ASCII.GetBytes(mark.Kind()), out var back).ShouldBeTrue();
            back.ShouldBe(mark);
            mark.Kind().ShouldBe(mark.ToString().ToLowerInvariant());
        }
    }

    [Fact]
    public void Parse_UnknownName_SaysWhatThereIs()
    {
        Should.Throw<TroupeException>(() => MessageTypes.Parse("memo")).Message.ShouldContain("question");
        Should.Throw<TroupeException>(() => Priorities.Parse("asap")).Message.ShouldContain("urgent");
    }
}
