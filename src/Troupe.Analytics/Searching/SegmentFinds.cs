using System.Runtime.InteropServices;
using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>What one segment holds that matters to a search, in the order of the log.</summary>
/// <param name="segment">Its number.</param>
/// <param name="length">Its length in bytes.</param>
internal sealed class SegmentFinds(int segment, long length)
{
    /// <summary>A record is rarely shorter: lists are made large enough for all records of a segment at once.</summary>
    private const int ShortRecord = 400;

    private readonly List<ulong> _tails = new((int)(length / ShortRecord) + 16);
    private readonly List<ulong> _messages = new((int)(length / ShortRecord / 64) + 1);
    private readonly List<Touch> _touches = [];

    /// <summary>Every record's id, so that one which repeats the id of an earlier record is not believed.</summary>
    public ReadOnlySpan<ulong> RecordTails => CollectionsMarshal.AsSpan(_tails);

    /// <summary>Whether its messages were not compared, since later segments seemed to hold enough that fit.</summary>
    public bool IsPostponed { get; init; }

    /// <summary>Messages that fit as they were sent.</summary>
    public List<Find> Hits { get; } = [];

    /// <summary>Messages that fit if their bodies, which are blobs, hold the terms that are still to be found.</summary>
    public List<UndecidedFind> Undecided { get; } = [];

    /// <summary>Records that change what became of an earlier message.</summary>
    public ReadOnlySpan<Touch> Touches => CollectionsMarshal.AsSpan(_touches);

    /// <summary>Whether one of the records, by its place among <see cref="RecordTails"/>, is a message.</summary>
    public bool IsMessage(int record) => (_messages[record >> 6] & (1UL << (record & 63))) != 0;

    /// <summary>Remembers a record's id.</summary>
    public void AddRecord(ulong tail)
    {
        if ((_tails.Count & 63) == 0)
        {
            _messages.Add(0);
        }

        _tails.Add(tail);
    }

    /// <summary>The record that was added last is a message.</summary>
    public void MarkMessage()
    {
        var record = _tails.Count - 1;
        _messages[record >> 6] |= 1UL << (record & 63);
    }

    public void AddTouch(ulong message, in SweptRecord by, TouchKind kind) => _touches.Add(new Touch(message, by.Position.Offset, kind));

    /// <summary>Where the record of a touch begins.</summary>
    public Position PlaceOf(Touch touch) => new(segment, touch.Offset);
}
