using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Decides what a retention drops. Pure.</summary>
internal static class RetentionPlanning
{
    /// <param name="ledger">The mail.</param>
    /// <param name="before">Messages from then on are kept.</param>
    /// <param name="present">The blobs that there are.</param>
    /// <param name="readers">Whose unread mail is kept.</param>
    public static RetentionPlan Of(RetentionLedger ledger, DateTimeOffset before, IReadOnlyList<BlobRef> present, RetentionReaders readers)
    {
        var waiting = ledger.Open();
        var open = waiting.Where(letter => letter.Any(readers.Count)).Select(letter => letter.Key).ToHashSet();

        // A conversation is understood as a whole or not at all.
        var threads = ledger.Letters.Where(letter => letter.Arrived >= before || open.Contains(letter.Id)).Select(letter => letter.Thread).ToHashSet();
        bool MayGo(KeptLetter letter) => !open.Contains(letter.Id)
            && (ledger.Said.Contains(letter.Id) || (letter.Arrived < before && !threads.Contains(letter.Thread)));

        var parting = ledger.Letters.ToLookup(MayGo);
        var named = parting[false].SelectMany(letter => letter.Blobs).ToHashSet();
        var candidates = parting[true].SelectMany(letter => letter.Blobs).ToHashSet();
        IReadOnlyList<BlobRef> blobs = ledger.HasUnreadable ? []
            : [.. present.Where(blob => candidates.Contains(blob.Id) && !named.Contains(blob.Id))];
        var deleted = blobs.Select(blob => blob.Id).ToHashSet();
        IReadOnlyList<KeptLetter> losing =
            [.. parting[true].Where(letter => letter.TextBytes > 0 || letter.Blobs.Any(deleted.Contains)).OrderBy(letter => letter.Position)];
        return new RetentionPlan(
            before,
            losing.Count,
            losing.Sum(letter => (long)letter.TextBytes),
            blobs,
            parting[false].Count(letter => letter.Arrived < before))
        {
            UnreadByDeparted = UnreadByDeparted(ledger, waiting, before, readers),
            ToSay = [.. losing.Where(letter => !ledger.Said.Contains(letter.Id)).Select(letter => letter.Id)],
            ToBlot = [.. losing.Where(letter => letter.TextBytes > 0).Select(letter => letter.Position)],
        };
    }

    private static IReadOnlyDictionary<PersonaId, int> UnreadByDeparted(
        RetentionLedger ledger, ILookup<RecordId, PersonaId> waiting, DateTimeOffset before, RetentionReaders readers) => ledger.Letters
        .Where(letter => letter.Arrived < before && waiting.Contains(letter.Id) && !waiting[letter.Id].Any(readers.AreHere))
        .SelectMany(letter => waiting[letter.Id])
        .GroupBy(persona => persona)
        .OrderBy(persona => persona.Key)
        .ToDictionary(persona => persona.Key, persona => persona.Count());
}
