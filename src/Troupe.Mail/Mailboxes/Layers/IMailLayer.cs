using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// What a stretch of the log did to the mailboxes: the messages that were sent in it, and every entry that it changed. Layers
/// lie on one another; what the topmost of them says of an entry counts.
/// </summary>
internal interface IMailLayer
{
    /// <summary>The number of its first message.</summary>
    uint First { get; }

    /// <summary>The number of the first message that came after it.</summary>
    uint End { get; }

    /// <summary>Whose mailboxes, or sent mail, it knows, with those of the layers beneath.</summary>
    IReadOnlyList<PersonaId> Personas { get; }

    IReadOnlyList<UnreadableRecord> Unreadable { get; }

    MessageRow Message(uint number);

    /// <summary>Null: not sent in this stretch.</summary>
    uint? Find(RecordId id);

    /// <summary>Null: it has nothing of this persona.</summary>
    IBoxLayer? Box(PersonaId owner);

    /// <summary>Messages of this stretch that answer in a thread, in their order; the message that began it is not among them.</summary>
    IEnumerable<uint> Answers(RecordId thread);

    /// <summary>All its answers, each with its thread.</summary>
    IEnumerable<(RecordId Thread, uint Message)> AllAnswers();

    /// <summary>Messages of this stretch whose reversed ids lie in a range.</summary>
    IEnumerable<uint> Between(UInt128 first, UInt128 last);

    /// <summary>How many last digits a message's id shares at most with that of any other message of this stretch.</summary>
    int SharedEnd(UInt128 reversed);

    /// <summary>The same for one of its own messages and everything beneath, where it was worked out before.</summary>
    int? KnownSharedEnd(uint number);
}
