using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>What an import would do: every letter of the source, checked, each once.</summary>
internal sealed class ImportPlan
{
    private readonly Dictionary<RecordId, PlannedLetter> _letters = [];
    private readonly List<ImportFlaw> _flaws = [];

    public IReadOnlyList<ImportFlaw> Flaws => _flaws;

    /// <summary>
    /// In the order in which they were sent. Those of one log are in its order, which no clock can disturb: what replaces an older
    /// message has to come after it.
    /// </summary>
    public IReadOnlyList<PlannedLetter> Letters => _letters.Values.All(letter => letter.Place is not null)
        ? [.. _letters.Values.OrderBy(letter => letter.Place)]
        : [.. _letters.Values.OrderBy(letter => letter.SentAt ?? DateTimeOffset.MinValue)];

    public static ImportPlan Of(IEnumerable<SourceItem> items, LetterArrival arrival, IProgress<InterchangeProgress>? progress, CancellationToken cancellationToken)
    {
        var plan = new ImportPlan();
        var done = 0;
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new InterchangeProgress("reading", done++, All: 0));
            plan.Take(item, arrival);
        }

        return plan;
    }

    private void Take(SourceItem item, LetterArrival arrival)
    {
        try
        {
            var letter = item.Load();
            if (arrival.Of(letter) is { } message)
            {
                _letters[message.Id] = _letters.TryGetValue(message.Id, out var known) ? known.With(message) : PlannedLetter.Of(item, letter, message);
            }
        }
        catch (FormatException flaw)
        {
            _flaws.Add(new ImportFlaw(item.Name, flaw.Message));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            _flaws.Add(new ImportFlaw(item.Name, $"it cannot be read ({unreadable.Message})"));
        }
    }
}
