namespace Troupe.Interchange;

/// <summary>One file with lines for each letter, and <c>blobs/</c> with the contents of attachments.</summary>
/// <param name="sign">What the beginning of every non-empty export of this format holds.</param>
/// <param name="lines">The lines of a letter, without their ends.</param>
internal sealed class LinesWriter(string folder, string fileName, string sign, Func<Letter, IEnumerable<byte[]>> lines) : ILetterWriter
{
    private readonly ReplacedFile _file = new(Path.Combine(folder, fileName), sign);
    private readonly BlobsFolder _blobs = new(folder);

    public int Files { get; private set; }

    public int Unchanged => 0;

    public void Write(Letter letter)
    {
        // A line is written after what it names.
        foreach (var enclosure in letter.Enclosures)
        {
            _blobs.Write(enclosure);
        }

        foreach (var line in lines(letter with { Enclosures = [.. letter.Enclosures.Where(enclosure => enclosure.Content is not null)] }))
        {
            _file.Content.Write(line);
            _file.Content.WriteByte((byte)'\n');
        }
    }

    public void Finish()
    {
        _file.Finish();
        Files++;
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
