using Troupe.Core;

namespace Troupe.Interchange;

/// <summary>Takes messages out of the log into files that other programs read. The log is not changed.</summary>
public sealed class MailExport
{
    private readonly MailStore _store;

    internal MailExport(MailStore store) => _store = store;

    public static MailExport Open(TeamHome home, TimeProvider time) => new(MailStore.Open(home, time));

    /// <exception cref="TroupeException">A thread that does not exist, a folder that cannot be written, or somebody else's file in it.</exception>
    public async Task<ExportReport> RunAsync(ExportRequest request, IProgress<InterchangeProgress>? progress, CancellationToken cancellationToken)
    {
        if (request.Persona is { } persona)
        {
            _store.Addresses.Require(persona);
        }

        var mail = await _store.ReadAsync(cancellationToken);
        var messages = ExportSelection.Of(mail.Messages, request);
        await mail.SyncAsync(cancellationToken);
        try
        {
            PrivateFile.CreateFolder(request.Folder);
            await using var writer = LetterWriters.Create(request.Format, request.Folder);
            var warnings = mail.Warnings.ToList();
            var done = 0;
            await foreach (var letter in mail.LoadAsync(messages, request.Persona, cancellationToken))
            {
                progress?.Report(new InterchangeProgress("exporting", done++, messages.Count));
                warnings.AddRange(Lost(letter));
                writer.Write(letter);
            }

            writer.Finish();
            DurableFolder.Sync(request.Folder);
            return new ExportReport(messages.Count, writer.Files, writer.Unchanged, warnings);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw PrivateFile.Failure("The export to", request.Folder, problem);
        }
    }

    private static IEnumerable<string> Lost(Letter letter) => letter.Enclosures.Where(enclosure => enclosure.Content is null)
        .Select(enclosure => $"message {letter.Id}: the attachment '{enclosure.Name}' is not in the blob store; it is left out");
}
