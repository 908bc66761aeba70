using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>What one segment holds that matters to a search, in the order of the log.</summary>
internal sealed class SegmentFinds
{
    /// <summary>A record is rarely shorter: lists are made large enough for all records of a segment at once.</summary>
    private const int ShortRecord = 400;

    public SegmentFinds(long length) => RecordTails = new List<ulong>((int)(length / ShortRecord) + 16);

    /// <summary>Every record's id, so that one which repeats the id of an earlier record is not believed.</summary>
    public List<ulong> RecordTails { get; }

    /// <summary>Every message's id, for short forms that fit only one.</summary>
    public List<ulong> MessageTails { get; } = [];

    /// <summary>Messages that fit as they were sent.</summary>
    public List<Find> Hits { get; } = [];

    /// <summary>Messages that fit if their bodies, which are blobs, hold the terms that are still to be found.</summary>
    public List<UndecidedFind> Undecided { get; } = [];

    /// <summary>Records that change what became of an earlier message, by the tail of that message's id.</summary>
    public List<Touch> Touches { get; } = [];
}
