using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>Takes messages from files into the log. Everything is checked before anything is written.</summary>
public sealed class MailImporter
{
    private const int LettersInBatch = 200;
    private const int BytesInBatch = 4 * 1024 * 1024;
    private readonly MailStore _store;

    internal MailImporter(MailStore store) => _store = store;

    public static MailImporter Open(TeamHome home, TimeProvider time) => new(MailStore.Open(home, time));

    /// <exception cref="TroupeException">Nothing to import there, a mapping that makes no sense, or a log that cannot be written.</exception>
    public async Task<ImportOutcome> RunAsync(ImportRequest request, IProgress<InterchangeProgress>? progress, CancellationToken cancellationToken)
    {
        var people = PersonMapping.Parse(request.Map, _store.Addresses);
        PersonaId? to = request.To is { } named ? _store.Addresses.Require(named) : null;
        var source = LetterSources.Open(request.Format, request.Path);
        var arrival = new LetterArrival(people, _store.Addresses, request.Format, to);
        var plan = ImportPlan.Of(source.Items(), arrival, progress, cancellationToken);
        if (people.Unknown.Count > 0 || (plan.Flaws.Count > 0 && !request.SkipBroken))
        {
            return new ImportOutcome.Refused(plan.Flaws, people.Unknown);
        }

        var letters = plan.Letters;
        var mail = await _store.ReadAsync(cancellationToken);
        if (request.DryRun)
        {
            var present = letters.Count(letter => mail.Find(letter.Id) is not null);
            return new ImportOutcome.Done(letters.Count, letters.Count - present, present, plan.Flaws);
        }

        // A message of this log's own is left as it is, marks and all; one that was imported before gets what is missing of it.
        var missing = letters.Where(letter => mail.Find(letter.Id) is not { Origin: null }).ToList();
        var imported = await TakeAsync(missing, arrival, progress, cancellationToken);
        return new ImportOutcome.Done(letters.Count, imported, letters.Count - imported, plan.Flaws);
    }

    private async Task<int> TakeAsync(
        List<PlannedLetter> letters, LetterArrival arrival, IProgress<InterchangeProgress>? progress, CancellationToken cancellationToken)
    {
        var (batch, bytes, imported) = (new List<ImportedMessage>(), 0, 0);
        for (var done = 0; done < letters.Count; done++)
        {
            progress?.Report(new InterchangeProgress("importing", done, letters.Count));
            var message = await TakeAsync(letters[done], arrival, cancellationToken);
            batch.Add(message);
            bytes += message.Body.Length;
            if (batch.Count == LettersInBatch || bytes > BytesInBatch || done == letters.Count - 1)
            {
                imported += (await _store.Import.AppendAsync(batch, cancellationToken)).Count(isNew => isNew);
                (batch, bytes) = ([], 0);
            }
        }

        return imported;
    }

    private async Task<ImportedMessage> TakeAsync(PlannedLetter planned, LetterArrival arrival, CancellationToken cancellationToken)
    {
        var letter = Load(planned);
        var message = arrival.Of(letter) is { } arrived && arrived.Id == planned.Id ? planned.Complete(arrived) : throw Changed(planned, problem: null);

        // A record that names a blob is appended after the blob was put.
        foreach (var enclosure in letter.Enclosures)
        {
            await _store.Blobs.PutAsync(enclosure.Content!.Value, cancellationToken);
        }

        return message;
    }

    private static Letter Load(PlannedLetter planned)
    {
        try
        {
            return planned.Item.Load();
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw Changed(planned, problem);
        }
    }

    private static TroupeException Changed(PlannedLetter planned, Exception? problem) => new(
        ErrorCode.Storage,
        $"{Printable.Escape(planned.Item.Name)} was changed while it was imported: import again, what is here already stays once.", problem);
}
