namespace Troupe.Interchange;

/// <summary>A <c>messages.jsonl</c> with its blobs beside it.</summary>
internal sealed class JsonlSource(string path) : ILetterSource
{
    private readonly BlobsFolder _blobs = new(Path.GetDirectoryName(path)!);

    public IEnumerable<SourceItem> Items() => LineReader.Read(path)
        .Select(line => new SourceItem($"{path}, line {line.Number}", () => JsonLetterCodec.Decode(line.Line, _blobs)));
}
