using System.Globalization;
using System.Text;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// The first record of every segment but the first: it names the one before it, so that a file shows where it belongs. It is
/// the log's own; readers pass over it.
/// </summary>
internal static class SegmentOpening
{
    private const string Kind = "segment_sealed";
    private const string Actor = "troupe";

    public static bool Is(LogRecord record) => record.KindUtf8.SequenceEqual("segment_sealed"u8);

    /// <exception cref="TroupeException">A caller wants to append a record of the log's own kind.</exception>
    public static void RefuseAsCallers(NewRecord record)
    {
        if (record.Kind == Kind)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, $"Records of kind '{Kind}' are the log's own: choose another kind.");
        }
    }

    /// <param name="before">The segment that was sealed.</param>
    /// <param name="bytes">How long it is.</param>
    public static UnchainedRecord After(int before, long bytes, TimeProvider time) => RecordEncoder.Encode(
        new NewRecord
        {
            Kind = Kind,
            Actor = Actor,
            Payload = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"segment":{{before + 1}},"bytes":{{bytes}}}""")),
        },
        time);
}
