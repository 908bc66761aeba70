using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Cli.Logs;

/// <summary>What <c>stats --json</c> prints.</summary>
/// <param name="Kinds">The most frequent first, as in <paramref name="Actors"/>.</param>
/// <param name="First">Null without a record, as <paramref name="Last"/>.</param>
internal sealed record LogStatsOutput(
    int SchemaVersion,
    string Log,
    int Segments,
    long Records,
    long Bytes,
    long Blobs,
    long BlobBytes,
    long DerivedBytes,
    string? First,
    string? Last,
    IReadOnlyList<LogStatsOutput.Count> Kinds,
    IReadOnlyList<LogStatsOutput.Count> Actors)
{
    public static LogStatsOutput Of(string name, LogStatistics log) => new(
        1, name, log.Segments, log.Records, log.Bytes, log.Blobs, log.BlobBytes, log.DerivedBytes, Time(log.First), Time(log.Last), Counts(log.ByKind), Counts(log.ByActor));

    private static string? Time(DateTimeOffset? moment) => moment is { } known ? UtcText.Write(known) : null;

    private static List<Count> Counts(IReadOnlyDictionary<string, long> counts) => [.. counts.Select(count => new Count(count.Key, count.Value))];

    internal sealed record Count(string Name, long Records);
}
