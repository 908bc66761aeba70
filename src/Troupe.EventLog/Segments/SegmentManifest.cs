using System.Text.Json;
using System.Text.Json.Serialization;

namespace Troupe.EventLog;

/// <summary>
/// What a sealed segment holds: shows every later change of it, and where a redaction or a repair has made a new generation.
/// Written beside the segment after it was sealed; derived, so a missing one is made anew.
/// </summary>
internal sealed record SegmentManifest
{
    [JsonPropertyOrder(-1)]
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The number in the file names, from one.</summary>
    public required int Segment { get; init; }

    public required long Bytes { get; init; }

    public required long Records { get; init; }

    public required string? FirstId { get; init; }

    public required string? LastId { get; init; }

    /// <summary>SHA-256 of the file, in hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the record after the last one carries as <c>prev</c>.</summary>
    public required string Chain { get; init; }

    public static SegmentManifest Of(StorageFile log, int segment)
    {
        var scanner = new LogScanner(log, new Position(segment, 0), DamageTracker.Silent());
        LogRecord? first = null, last = null;
        var records = 0L;
        while (scanner.Next() is { } record)
        {
            first ??= record;
            last = record;
            records++;
        }

        return new SegmentManifest
        {
            Segment = segment + 1,
            Bytes = log.Status().Length,
            Records = records,
            FirstId = first?.Id.ToString(),
            LastId = last?.Id.ToString(),
            Sha256 = FileDigest.Of(log),
            Chain = System.Text.Encoding.ASCII.GetString(last?.NextChain() ?? RecordFormat.ChainStart.ToArray()),
        };
    }

    public static SegmentManifest? TryRead(StorageFolder folder, int segment)
    {
        using var file = folder.TryOpenToRead(SegmentNames.Manifest(segment));
        if (file is null)
        {
            return null;
        }

        var bytes = new byte[file.Status().Length];
        file.Read(bytes, 0);
        try
        {
            return JsonSerializer.Deserialize(bytes, SegmentJson.Default.SegmentManifest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of the file.</summary>
    public byte[] ToUtf8() => [.. JsonSerializer.SerializeToUtf8Bytes(this, SegmentJson.Default.SegmentManifest), (byte)'\n'];
}
