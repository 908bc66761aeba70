using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics;

/// <summary>
/// Finds messages by what they say. It goes through the log itself, every checksum checked, and keeps nothing: there is no index
/// that could be stale, or hold what was redacted (docs/adr/0007-search-without-an-index.md).
/// </summary>
public sealed class MailSearch
{
    private readonly LogSweep _log;
    private readonly StoredBodies _bodies;
    private readonly SearchFilter _filter;
    private readonly List<string> _unsearched = [];

    private MailSearch(TeamHome home, SearchQuery query) =>
        (_log, _bodies, _filter) = (new LogSweep(home.MailFolder), StoredBodies.Of(home), new SearchFilter(query));

    /// <exception cref="TroupeException">The log cannot be read, or a later version wrote it; or the query makes no sense.</exception>
    public static Task<SearchResult> RunAsync(TeamHome home, SearchQuery query, CancellationToken cancellationToken)
    {
        if (query.Terms.Count > SearchQuery.MostTerms || query.Terms.Contains("", StringComparer.Ordinal))
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument, $"A search takes up to {SearchQuery.MostTerms} words, and an empty one says nothing.");
        }

        return new MailSearch(home, query).RunAsync(cancellationToken);
    }

    /// <summary>Some that fit turn out to be in the trash: with so many, it is most likely that enough are not.</summary>
    private int Enough => _filter.Query is { Trashed: false, Tag: null, Limit: < 10_000 and var limit } ? (4 * limit) + 64 : int.MaxValue;

    /// <summary>
    /// Whether no message that was not compared may belong among those that are shown. Threads overtake one another, and what fits may be in the
    /// trash: that enough fit is not enough, they must also be newer than all that was left out.
    /// </summary>
    /// <param name="fitting">Newest first, one more than is shown if there are so many.</param>
    internal static bool AreNewest(IReadOnlyList<Position> fitting, int limit, int newestPostponed) =>
        newestPostponed < 0 || (fitting.Count > limit && fitting[limit - 1].Segment > newestPostponed);

    private async Task<SearchResult> RunAsync(CancellationToken cancellationToken)
    {
        var finds = await LogFinds.SweepAsync(_log, _filter, Enough, cancellationToken);
        var fitting = await TakeAsync(finds, cancellationToken);
        if (!AreNewest([.. fitting.Select(hit => hit.Message.Position)], _filter.Query.Limit, finds.NewestPostponed))
        {
            _unsearched.Clear();
            await finds.CompleteAsync(cancellationToken);
            fitting = await TakeAsync(finds, cancellationToken);
        }

        var shown = fitting.Take(_filter.Query.Limit).ToList();
        var ids = new ShortForms(shown.Select(hit => IdTail.Of(hit.Message.Id)), finds);
        return new SearchResult(
            [.. shown.Select(hit => hit with { ShortId = ids.Of(hit.Message.Id) })],
            fitting.Count > shown.Count,
            await _log.FindDamageAsync(cancellationToken),
            _unsearched);
    }

    /// <summary>Without what, as far as its marks tell, does not have the tag or is not in the trash: most of the rest need not be read.</summary>
    private IEnumerable<Find> Narrowed(LogFinds finds, IReadOnlyCollection<Find> decided)
    {
        var all = finds.NewestFirst(decided);
        if (_filter.Query.Tag is not null)
        {
            var tagged = finds.Touched(TouchKind.Tags);
            all = all.Where(find => find.HasTag || tagged.Contains(find.Tail));
        }

        if (_filter.Query.Trashed)
        {
            var trashed = finds.Touched(TouchKind.Trashes);
            all = all.Where(find => trashed.Contains(find.Tail));
        }

        return all;
    }

    /// <summary>Folds what became of the messages, in batches that grow, until there are enough: at most one more than is wanted.</summary>
    private async Task<List<SearchHit>> TakeAsync(LogFinds finds, CancellationToken cancellationToken)
    {
        var decided = await BodySearch.DecideAsync(finds.Undecided, _filter.Terms, _bodies, _unsearched, cancellationToken);
        var wanted = _filter.Query.Limit == int.MaxValue ? int.MaxValue : _filter.Query.Limit + 1;
        List<SearchHit> hits = [];
        var size = Math.Min(wanted, 1024);
        using var rest = Narrowed(finds, decided).GetEnumerator();
        while (hits.Count < wanted)
        {
            var batch = new List<Find>(size);
            while (batch.Count < size && rest.MoveNext())
            {
                batch.Add(rest.Current);
            }

            if (batch.Count == 0)
            {
                break;
            }

            var mail = await FoldAsync(finds, batch, cancellationToken);
            _unsearched.AddRange(mail.Unreadable);
            foreach (var find in batch.Where(_ => hits.Count < wanted))
            {
                if (mail.Find(find.Position) is var (message, record) && Fits(mail, message))
                {
                    hits.Add(await HitAsync(mail, message, record, cancellationToken));
                }
            }

            size = Math.Min(4 * size, 1 << 20);
        }

        return hits;
    }

    private async Task<FoundMail> FoldAsync(LogFinds finds, List<Find> batch, CancellationToken cancellationToken)
    {
        var touches = finds.TouchesOf(new TailSet(batch.Select(find => find.Tail)));
        var places = batch.Select(find => find.Position).Concat(touches).Distinct().Order().ToList();
        var records = await RecordFetch.ReadAsync(_log, places, cancellationToken);
        var repeated = finds.Repeated(records.Select(record => IdTail.Of(record.Id)));
        var first = FirstPlaces.Find(_log, repeated);
        return new FoundMail(records.Where(first.IsFirst));
    }

    private bool Fits(FoundMail mail, Message message)
    {
        var query = _filter.Query;
        var entry = query.Persona is { } persona ? mail.EntryOf(message, persona) : null;
        var isTrashed = query.Persona is null ? mail.IsTrashedByAll(message) : entry?.IsTrashed == true;
        return isTrashed == query.Trashed && (query.Tag is not { } tag || IsTagged(mail, message, entry, tag));
    }

    private bool IsTagged(FoundMail mail, Message message, MailboxEntry? entry, string tag) => _filter.Query.Persona is null
        ? mail.IsTaggedBySomebody(message, tag)
        : entry is null ? message.Tags.Contains(tag) : entry.Tags.Contains(tag);

    private async Task<SearchHit> HitAsync(FoundMail mail, Message message, LogRecord record, CancellationToken cancellationToken)
    {
        var entry = _filter.Query.Persona is { } persona ? mail.EntryOf(message, persona) : null;
        var body = await BodyAsync(message, record, cancellationToken);
        return new SearchHit(message, entry, "", body is null ? null : Snippet.Of(body, _filter.Terms), IsRedacted: body is null);
    }

    /// <summary>Null: it was taken away.</summary>
    private async Task<string?> BodyAsync(Message message, LogRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return await _bodies.ReadAsync(message, record, cancellationToken);
        }
        catch (TroupeException failure)
        {
            _unsearched.Add($"the body of the message at {message.Position} cannot be shown: {failure.Message}");
            return "";
        }
    }
}
