namespace Troupe.Interchange;

/// <summary>
/// Files that are written under other names and get their own many at a time, when their content is durable: one sync for thousands
/// costs little more than one for each of them. Those that got no name are gone with it.
/// </summary>
internal sealed class FileBundle(string folder) : IDisposable
{
    private const int Most = 4096;
    private readonly List<(string Draft, string Path)> _written = [];

    /// <param name="draft">A name in a folder of the same file system; what has it is replaced.</param>
    public void Add(string draft, string path, ReadOnlySpan<byte> content)
    {
        _written.Add((draft, path));
        PrivateFile.Write(draft, content);
        if (_written.Count == Most)
        {
            Publish();
        }
    }

    /// <summary>Gives all their names, durably.</summary>
    public void Publish()
    {
        if (_written.Count == 0)
        {
            return;
        }

        DurableFolder.Sync(folder);
        foreach (var (draft, path) in _written)
        {
            File.Move(draft, path, overwrite: true);
        }

        _written.Clear();
        DurableFolder.Sync(folder);
    }

    public void Dispose() => _written.ForEach(file => File.Delete(file.Draft));
}
