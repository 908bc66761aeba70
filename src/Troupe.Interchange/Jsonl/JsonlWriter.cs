namespace Troupe.Interchange;

/// <summary><c>messages.jsonl</c>, one line for each message, and <c>blobs/</c> with the contents of attachments.</summary>
internal sealed class JsonlWriter(string folder) : ILetterWriter
{
    public const string FileName = "messages.jsonl";
    private readonly ReplacedFile _file = new(Path.Combine(folder, FileName), JsonLetter.Sign);
    private readonly BlobsFolder _blobs = new(folder);

    public int Files { get; private set; }

    public int Unchanged => 0;

    public async Task WriteAsync(Letter letter, CancellationToken cancellationToken)
    {
        // A line is written after what it names.
        foreach (var enclosure in letter.Enclosures)
        {
            await _blobs.WriteAsync(enclosure, cancellationToken);
        }

        var present = letter with { Enclosures = [.. letter.Enclosures.Where(enclosure => enclosure.Content is not null)] };
        await _file.Content.WriteAsync(JsonLetterCodec.Encode(present), cancellationToken);
        _file.Content.WriteByte((byte)'\n');
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await _file.FinishAsync(cancellationToken);
        Files++;
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
