namespace Troupe.Interchange;

/// <summary>Files with one message each.</summary>
internal sealed class EmlSource(IReadOnlyList<string> files) : ILetterSource
{
    public IEnumerable<SourceItem> Items() =>
        files.Select(file => new SourceItem(file, () => MimeLetterReader.Read(BoundedFile.Read(file), found: null)));
}
