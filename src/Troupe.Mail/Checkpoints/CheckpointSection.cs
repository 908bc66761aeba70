namespace Troupe.Mail;

/// <summary>The parts of a checkpoint, by the numbers that its table names them with: numbers are only ever added.</summary>
internal enum CheckpointSection
{
    /// <summary>Names, in the order in which they first occurred.</summary>
    Personas = 1,

    /// <summary>Messages in the order of the log.</summary>
    Messages = 2,

    /// <summary>Reversed ids, sorted, each with the number of its message.</summary>
    Ids = 3,

    /// <summary>For each persona where its rows are in the sections below.</summary>
    Boxes = 4,

    /// <summary>Entries that arrived, mailbox by mailbox.</summary>
    Arrivals = 5,

    /// <summary>For each block of arrivals in which lists they are.</summary>
    Summaries = 6,

    /// <summary>Entries that had arrived before the stretch and changed in it, mailbox by mailbox, sorted.</summary>
    Changes = 7,

    /// <summary>Numbers of the messages that each persona sent.</summary>
    Sent = 8,

    /// <summary>Reversed ids of threads, sorted, each with the number of a message that answers in it.</summary>
    Answers = 9,

    /// <summary>Sets of tags and of sessions.</summary>
    WordSets = 10,

    /// <summary>Records of mail that make no sense.</summary>
    Unreadable = 11,

    /// <summary>Where damage in the log begins by which records were lost.</summary>
    Damaged = 12,
}
