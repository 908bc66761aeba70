namespace Troupe.Interchange;

/// <summary>One file for each message, <c>ID.eml</c>, with what became of it in all mailboxes.</summary>
internal sealed class EmlWriter(string folder) : ILetterWriter
{
    public const string Extension = ".eml";

    public int Files { get; private set; }

    public int Unchanged { get; private set; }

    public async Task WriteAsync(Letter letter, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, letter.Id + Extension);
        var content = MimeLetterWriter.Write(letter, withStates: true);
        if (File.Exists(path) && await File.ReadAllBytesAsync(path, cancellationToken) is var present && content.Span.SequenceEqual(present))
        {
            Unchanged++;
            return;
        }

        await PrivateFile.ReplaceAsync(path, content, cancellationToken);
        Files++;
    }

    public Task FinishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
