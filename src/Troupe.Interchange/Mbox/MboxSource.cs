namespace Troupe.Interchange;

/// <summary>Files with many messages each. The name of a file says whose mailbox it is, where that is somebody here.</summary>
internal sealed class MboxSource(IReadOnlyList<string> files) : ILetterSource
{
    public IEnumerable<SourceItem> Items() => files.SelectMany(Items);

    private static IEnumerable<SourceItem> Items(string path)
    {
        var mailbox = new LetterState(Path.GetFileNameWithoutExtension(path));
        using var file = File.OpenRead(path);
        var number = 0;
        foreach (var (offset, message) in new MboxSplitter(file).Messages())
        {
            number++;
            var name = $"{path}, message {number} (byte {offset})";
            yield return new SourceItem(name, () => MimeLetterReader.Read(message ?? throw BoundedFile.TooLong(LetterLimits.LongestFile + 1L), mailbox));
        }

        if (number == 0 && file.Length > 0)
        {
            yield return new SourceItem(path, () => throw new FormatException("it is no mbox: its first line does not begin with 'From '"));
        }
    }
}
