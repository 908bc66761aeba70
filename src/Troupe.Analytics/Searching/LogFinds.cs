using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>What all segments together hold that matters to a search.</summary>
internal sealed class LogFinds
{
    private readonly LogSweep _log;
    private readonly SearchFilter _filter;
    private readonly SegmentFinds[] _segments;

    private LogFinds(LogSweep log, SearchFilter filter) => (_log, _filter, _segments) = (log, filter, new SegmentFinds[log.Segments]);

    /// <summary>The newest segment whose messages were not compared; -1: all were.</summary>
    public int NewestPostponed => Array.FindLastIndex(_segments, segment => segment.IsPostponed);

    /// <summary>Sweeps the log with as many threads as there are processors, the newest segment first.</summary>
    /// <param name="enough">Messages are not compared any more once so many fit, most of them newer; ids, marks and checksums are looked at all the same.</param>
    public static async Task<LogFinds> SweepAsync(LogSweep log, SearchFilter filter, int enough, CancellationToken cancellationToken)
    {
        var finds = new LogFinds(log, filter);
        await finds.SweepAsync([.. Enumerable.Range(0, log.Segments).Reverse()], enough, cancellationToken);
        return finds;
    }

    /// <summary>Compares the messages that were left out.</summary>
    public Task CompleteAsync(CancellationToken cancellationToken) => SweepAsync(
        [.. Enumerable.Range(0, _segments.Length).Where(segment => _segments[segment].IsPostponed)], int.MaxValue, cancellationToken);

    public IEnumerable<UndecidedFind> Undecided => _segments.SelectMany(segment => segment.Undecided);

    /// <summary>The messages that fit so far, newest first.</summary>
    /// <param name="decided">Those among the undecided ones that turned out to fit.</param>
    public IEnumerable<Find> NewestFirst(IReadOnlyCollection<Find> decided) => decided.Count == 0
        ? NewestFirst()
        : _segments.SelectMany(segment => segment.Hits).Concat(decided).OrderByDescending(find => find.Position);

    /// <summary>The messages to which something of a kind was done, by their tails.</summary>
    public HashSet<ulong> Touched(TouchKind kind)
    {
        var touched = new HashSet<ulong>();
        foreach (var segment in _segments)
        {
            foreach (var touch in segment.Touches)
            {
                if (touch.Kind == kind)
                {
                    touched.Add(touch.Message);
                }
            }
        }

        return touched;
    }

    /// <summary>The places of what was done to some messages.</summary>
    public List<Position> TouchesOf(TailSet messages)
    {
        var places = new List<Position>();
        foreach (var segment in _segments)
        {
            foreach (var touch in segment.Touches)
            {
                if (messages.Contains(touch.Message))
                {
                    places.Add(segment.PlaceOf(touch));
                }
            }
        }

        return places;
    }

    /// <summary>Those of some records whose ids, as far as their tails tell, occur more than once.</summary>
    public HashSet<ulong> Repeated(IEnumerable<ulong> tails)
    {
        var wanted = new TailSet(tails);
        var (seen, repeated) = (new HashSet<ulong>(), new HashSet<ulong>());
        foreach (var segment in _segments)
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

    /// <summary>The messages whose ids end like those of some others, by their tails.</summary>
    /// <param name="ends">What the tails are compared with, where the mask has bits.</param>
    public HashSet<ulong> MessagesLike(TailSet ends, ulong mask)
    {
        var alike = new HashSet<ulong>();
        foreach (var segment in _segments)
        {
            var tails = segment.RecordTails;
            for (var i = 0; i < tails.Length; i++)
            {
                if (ends.Contains(tails[i] & mask) && segment.IsMessage(i))
                {
                    alike.Add(tails[i]);
                }
            }
        }

        return alike;
    }

    private Task SweepAsync(IReadOnlyList<int> order, int enough, CancellationToken cancellationToken)
    {
        var (next, hits) = (-1, 0);
        var others = Enumerable.Range(1, Math.Max(Math.Min(Environment.ProcessorCount, order.Count) - 1, 0))
            .Select(_ => Task.Run(SweepOn, cancellationToken))
            .ToList();
        SweepOn();
        return Task.WhenAll(others);

        void SweepOn()
        {
            for (int at; (at = Interlocked.Increment(ref next)) < order.Count;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var segment = order[at];
                var finds = new SegmentFinds(segment, _log.LengthOf(segment)) { IsPostponed = Volatile.Read(ref hits) >= enough };
                _log.Sweep(segment, new MessageSweep(_filter, finds));
                Interlocked.Add(ref hits, finds.Hits.Count);
                _segments[segment] = finds;
            }
        }
    }

    private IEnumerable<Find> NewestFirst()
    {
        for (var segment = _segments.Length - 1; segment >= 0; segment--)
        {
            var hits = _segments[segment].Hits;
            for (var i = hits.Count - 1; i >= 0; i--)
            {
                yield return hits[i];
            }
        }
    }
}
