using System.Text.Json;

namespace Troupe.Interchange;

/// <summary><c>events.jsonl</c> in the older vocabulary, and <c>blobs/</c> with the contents of attachments.</summary>
internal sealed class V0Writer(string folder) : ILetterWriter
{
    public const string FileName = "events.jsonl";
    private readonly ReplacedFile _file = new(Path.Combine(folder, FileName), V0Event.Sign);
    private readonly BlobsFolder _blobs = new(folder);

    public int Files { get; private set; }

    public int Unchanged => 0;

    public async Task WriteAsync(Letter letter, CancellationToken cancellationToken)
    {
        foreach (var enclosure in letter.Enclosures)
        {
            await _blobs.WriteAsync(enclosure, cancellationToken);
        }

        var present = letter with { Enclosures = [.. letter.Enclosures.Where(enclosure => enclosure.Content is not null)] };
        foreach (var happened in V0Events.Of(present))
        {
            await _file.Content.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(happened, InterchangeJson.Readable.V0Event), cancellationToken);
            _file.Content.WriteByte((byte)'\n');
        }
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await _file.FinishAsync(cancellationToken);
        Files++;
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
