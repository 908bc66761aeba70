using System.Runtime.InteropServices;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>Counts what a log holds: one pass over it, and a look at the sizes of the files beside it.</summary>
public sealed class LogCount(string folder, TimeProvider time)
{
    private readonly Dictionary<string, long> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _actors = new(StringComparer.Ordinal);
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;

    public async Task<LogStatistics> RunAsync(CancellationToken cancellationToken)
    {
        var records = 0L;
        await foreach (var record in new FileEventLog(folder, time).ReadAsync(Position.Start, cancellationToken))
        {
            records++;
            Add(record);
        }

        var files = Files();
        var segments = files.Where(file => file.Name == SegmentNames.Active || SegmentNames.SegmentOf(file.Name) is not null).ToList();
        var blobs = new FileBlobStore(Path.Combine(folder, "blobs")).List();
        return new LogStatistics(
            segments.Count, records, segments.Sum(file => file.Length), Sorted(_kinds), Sorted(_actors), _first, _last,
            blobs.Count, blobs.Sum(blob => blob.Length), files.Except(segments).Sum(file => file.Length));
    }

    private void Add(LogRecord record)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_kinds, record.Kind, out _)++;
        CollectionsMarshal.GetValueRefOrAddDefault(_actors, record.Actor, out _)++;
        var moment = record.Timestamp;
        _first = _first is { } first && first <= moment ? first : moment;
        _last = _last is { } last && last >= moment ? last : moment;
    }

    private List<FileInfo> Files()
    {
        try
        {
            return Directory.Exists(folder) ? [.. new DirectoryInfo(folder).EnumerateFiles()] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(ErrorCode.Storage, $"Could not list '{Printable.Escape(folder)}': {Printable.Escape(e.Message)}", e);
        }
    }

    /// <summary>The most frequent first.</summary>
    private static Dictionary<string, long> Sorted(Dictionary<string, long> counts) =>
        counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
