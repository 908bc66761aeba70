namespace Troupe.EventLog;

/// <summary>What a log holds, in numbers.</summary>
/// <param name="Segments">How many segments, the active one included.</param>
/// <param name="Records">How many records, the log's own not counted.</param>
/// <param name="Bytes">How long the segments are together.</param>
/// <param name="ByKind">Records of each kind.</param>
/// <param name="ByActor">Records of each actor.</param>
/// <param name="First">The earliest timestamp, by the clocks of the writers; null without a record.</param>
/// <param name="Last">The latest.</param>
/// <param name="Blobs">How many blobs there are.</param>
/// <param name="BlobBytes">How long they are together.</param>
/// <param name="DerivedBytes">Indexes, manifests and whatever else can be made anew.</param>
public sealed record LogStatistics(
    int Segments,
    long Records,
    long Bytes,
    IReadOnlyDictionary<string, long> ByKind,
    IReadOnlyDictionary<string, long> ByActor,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    long Blobs,
    long BlobBytes,
    long DerivedBytes);
