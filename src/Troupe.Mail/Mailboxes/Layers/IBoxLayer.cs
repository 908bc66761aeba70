namespace Troupe.Mail;

/// <summary>What a stretch of the log did to one mailbox.</summary>
internal interface IBoxLayer
{
    /// <summary>So many entries share a summary.</summary>
    const int BlockLength = 128;

    /// <summary>Of the whole mailbox, as it is after the stretch.</summary>
    BoxCounts Counts { get; }

    /// <summary>How many messages arrived.</summary>
    int Arrived { get; }

    /// <summary>The numbers of the messages that its owner sent, in their order.</summary>
    IReadOnlyList<uint> Sent { get; }

    /// <summary>An entry that arrived, in the order of the log, as it is after the stretch.</summary>
    EntryRow Arrival(int index);

    /// <summary>In which lists the entries of a block are: a list that is not named has none of them.</summary>
    Lying Summary(int block);

    /// <summary>The entry of a message that arrived in the stretch; null for none.</summary>
    EntryRow? FindArrival(uint message);

    /// <summary>Entries of messages that arrived before the stretch and were changed in it.</summary>
    IEnumerable<EntryRow> Changes();

    EntryRow? FindChange(uint message);
}
