namespace Troupe.Interchange;

/// <summary>One file for each message, <c>ID.eml</c>, with what became of it in all mailboxes.</summary>
internal sealed class EmlWriter(string folder) : ILetterWriter
{
    public const string Extension = ".eml";
    private readonly FileBundle _files = new(folder);

    public int Files { get; private set; }

    public int Unchanged { get; private set; }

    public void Write(Letter letter)
    {
        var path = Path.Combine(folder, letter.Id + Extension);
        var content = MimeLetterWriter.Write(letter, withStates: true);
        if (File.Exists(path) && content.Span.SequenceEqual(File.ReadAllBytes(path)))
        {
            Unchanged++;
            return;
        }

        _files.Add(PrivateFile.DraftOf(path), path, content.Span);
        Files++;
    }

    public void Finish() => _files.Publish();

    public ValueTask DisposeAsync()
    {
        _files.Dispose();
        return ValueTask.CompletedTask;
    }
}
