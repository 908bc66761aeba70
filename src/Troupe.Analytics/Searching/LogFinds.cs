using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>What all segments together hold that matters to a search.</summary>
internal sealed class LogFinds(IReadOnlyList<SegmentFinds> segments)
{
    /// <summary>Sweeps the log with as many threads as there are processors.</summary>
    public static async Task<LogFinds> SweepAsync(LogSweep log, SearchFilter filter, CancellationToken cancellationToken)
    {
        var finds = new SegmentFinds[log.Segments];
        var next = -1;
        var others = Enumerable.Range(1, Math.Min(Environment.ProcessorCount, log.Segments) - 1)
            .Select(_ => Task.Run(SweepOn, cancellationToken))
            .ToList();
        SweepOn();
        await Task.WhenAll(others);
        return new LogFinds(finds);

        void SweepOn()
        {
            for (int segment; (segment = Interlocked.Increment(ref next)) < finds.Length;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                finds[segment] = new SegmentFinds(log.LengthOf(segment));
                log.Sweep(segment, new MessageSweep(filter, finds[segment]));
            }
        }
    }

    public IEnumerable<UndecidedFind> Undecided => segments.SelectMany(segment => segment.Undecided);

    public IEnumerable<ulong> MessageTails => segments.SelectMany(segment => segment.MessageTails);

    /// <summary>The messages that fit so far, newest first.</summary>
    /// <param name="decided">Those among the undecided ones that turned out to fit.</param>
    public IEnumerable<Find> NewestFirst(IReadOnlyCollection<Find> decided)
    {
        var all = segments.SelectMany(segment => segment.Hits);
        return decided.Count == 0
            ? all.Reverse()
            : all.Concat(decided).OrderByDescending(find => find.Position);
    }

    /// <summary>The messages to which something of a kind was done, by their tails.</summary>
    public HashSet<ulong> Touched(TouchKind kind) =>
        [.. segments.SelectMany(segment => segment.Touches).Where(touch => touch.Kind == kind).Select(touch => touch.Message)];

    /// <summary>What was done to some messages, in the order of the log.</summary>
    public List<Touch> TouchesOf(TailSet messages)
    {
        var touches = new List<Touch>();
        foreach (var segment in segments)
        {
            foreach (var touch in segment.Touches)
            {
                if (messages.Contains(touch.Message))
                {
                    touches.Add(touch);
                }
            }
        }

        return touches;
    }

    /// <summary>Those of some records whose ids, as far as their tails tell, occur more than once.</summary>
    public HashSet<ulong> Repeated(IReadOnlyCollection<ulong> tails)
    {
        var wanted = new TailSet(tails);
        var (seen, repeated) = (new HashSet<ulong>(), new HashSet<ulong>());
        foreach (var segment in segments)
        {
            foreach (var tail in segment.RecordTails)
            {
                if (wanted.Contains(tail) && !seen.Add(tail))
                {
                    repeated.Add(tail);
                }
            }
        }

        return repeated;
    }
}
