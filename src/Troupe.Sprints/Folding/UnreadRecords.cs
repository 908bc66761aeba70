using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Sprints;

/// <summary>
/// Records of the sprint log that are whole, but say nothing that can be understood. Agents can write to that log, and a record
/// that stopped its reader would stop every sprint for good: like a gap, they are passed over and told of (docs/specs/sprint-log.md).
/// </summary>
internal sealed class UnreadRecords
{
    private const int MostSentences = 20;
    private const int LongestReason = 300;

    private readonly SortedDictionary<string, int> _unknown = new(StringComparer.Ordinal);
    private readonly List<string> _senseless = [];
    private int _count;

    /// <summary>One sentence each, for people; a kind is told of once, however often it occurs.</summary>
    public IEnumerable<string> Sentences =>
    [
        .. _unknown.Take(MostSentences).Select(kind => Unknown(kind.Key, kind.Value)),
        .. _senseless,
        .. _count > MostSentences ? [$"{_count - MostSentences} more unreadable records"] : Array.Empty<string>(),
    ];

    public void AddUnknown(string kind) => _unknown[kind] = _unknown.GetValueOrDefault(kind) + 1;

    /// <param name="record">Of a kind that is known.</param>
    /// <param name="reason">Why it cannot be what it says it is.</param>
    public void AddSenseless(LogRecord record, string reason)
    {
        if (++_count <= MostSentences)
        {
            _senseless.Add(
                $"unreadable record at {record.Position}: it is no '{record.Kind}' that makes sense ({TextCut.Start(reason, LongestReason)}), and counts as lost");
        }
    }

    private static string Unknown(string kind, int count) => count == 1
        ? $"the sprint log holds 1 record of the unknown kind '{kind}': it is passed over; a later version may have written it"
        : $"the sprint log holds {count} records of the unknown kind '{kind}': they are passed over; a later version may have written them";
}
