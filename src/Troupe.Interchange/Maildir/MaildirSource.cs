namespace Troupe.Interchange;

/// <summary>A Maildir, or a folder with several at any depth. The name of each says whose mailbox it is, where that is somebody here.</summary>
internal sealed class MaildirSource : ILetterSource
{
    private const int Deepest = 8;

    // A link could lead around in a circle, or out of what was named.
    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint };
    private readonly IReadOnlyList<string> _folders;

    private MaildirSource(IReadOnlyList<string> folders) => _folders = folders;

    public static MaildirSource? Find(string path)
    {
        string[] folders = Directory.Exists(path) ? [.. Maildirs(path, Deepest).Order(StringComparer.Ordinal)] : [];
        return folders.Length > 0 ? new MaildirSource(folders) : null;
    }

    public IEnumerable<SourceItem> Items() =>
        from folder in _folders
        let mailbox = OwnerOf(folder)
        from part in new[] { MaildirFolder.New, MaildirFolder.Current }
        let place = Path.Combine(folder, part)
        where Directory.Exists(place)
        from file in Directory.EnumerateFiles(place, "*", NoLinks).Order(StringComparer.Ordinal)
        let name = Path.GetFileName(file)
        where !name.StartsWith('.')
        select new SourceItem(file, () => MimeLetterReader.Read(BoundedFile.Read(file), MaildirFlags.Read(MaildirName.Split(name).Flags, mailbox)));

    /// <summary>The folders within a mailbox have names with a dot ("Maildir++"); they belong to whoever the mailbox belongs to.</summary>
    private static string OwnerOf(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        return name.StartsWith('.') && Path.GetDirectoryName(folder) is { } mailbox ? Path.GetFileName(mailbox) : name;
    }

    private static IEnumerable<string> Maildirs(string folder, int depth)
    {
        if (MaildirFolder.IsOne(folder))
        {
            yield return folder;
        }

        if (depth == 0)
        {
            yield break;
        }

        foreach (var found in Directory.EnumerateDirectories(folder, "*", NoLinks)
            .Where(inner => Path.GetFileName(inner) is not (MaildirFolder.New or MaildirFolder.Current or MaildirFolder.Temporary))
            .SelectMany(inner => Maildirs(inner, depth - 1)))
        {
            yield return found;
        }
    }
}
