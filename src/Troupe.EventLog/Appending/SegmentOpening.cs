using System.Globalization;
using System.Text;

namespace Troupe.EventLog;

/// <summary>
/// The first record of every segment but the first: it names the one before it, so that a file shows where it belongs. It is
/// the log's own; readers pass over it.
/// </summary>
internal static class SegmentOpening
{
    private const string Actor = "troupe";

    public static bool Is(LogRecord record) =>
        record.Position is { Segment: > 0, Offset: 0 } && record.KindUtf8.SequenceEqual(Utf8Kind);

    private static ReadOnlySpan<byte> Utf8Kind => "segment_sealed"u8;

    /// <param name="before">The segment that was sealed.</param>
    /// <param name="bytes">How long it is.</param>
    public static UnchainedRecord After(int before, long bytes, TimeProvider time) => RecordEncoder.Encode(
        new NewRecord
        {
            Kind = Encoding.ASCII.GetString(Utf8Kind),
            Actor = Actor,
            Payload = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"segment":{{before + 1}},"bytes":{{bytes}}}""")),
        },
        time);
}
