using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>A position as one number that sorts as positions do.</summary>
internal static class PackedPlace
{
    private const int OffsetBits = 40;

    public static ulong Of(Position position) => ((ulong)position.Segment << OffsetBits) | (ulong)position.Offset;

    public static Position Read(ulong place) => new((int)(place >> OffsetBits), (long)(place & ((1UL << OffsetBits) - 1)));
}
