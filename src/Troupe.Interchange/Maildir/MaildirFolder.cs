namespace Troupe.Interchange;

/// <summary>One Maildir that is exported to: delivers by <c>tmp</c> and a rename, and knows what is there.</summary>
internal sealed class MaildirFolder
{
    public const string New = "new";
    public const string Current = "cur";
    public const string Temporary = "tmp";
    private const string KeywordsFile = "dovecot-keywords";

    private readonly string _folder;
    private readonly FileBundle _files;
    private readonly Dictionary<string, string> _present = new(StringComparer.Ordinal);

    /// <param name="files">What is delivered appears when these are published.</param>
    public MaildirFolder(string folder, FileBundle files)
    {
        (_folder, _files) = (folder, files);
        foreach (var part in new[] { Temporary, New, Current })
        {
            PrivateFile.CreateFolder(Path.Combine(folder, part));
        }

        foreach (var path in new[] { New, Current }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(folder, part))))
        {
            _present[MaildirName.Split(Path.GetFileName(path)).Unique] = path;
        }
    }

    public static bool IsOne(string folder) =>
        Directory.Exists(Path.Combine(folder, Current)) || Directory.Exists(Path.Combine(folder, New));

    /// <returns>Whether the message is new here. One that is there only gets its flags from the log.</returns>
    public bool Deliver(string unique, string flags, Func<ReadOnlyMemory<byte>> content)
    {
        if (_present.TryGetValue(unique, out var present))
        {
            Rename(present, unique, flags);
            return false;
        }

        // Only what nobody has touched lies in `new`, where a name has no flags.
        var place = flags.Length == 0 ? Path.Combine(_folder, New, unique) : InCurrent(unique, flags);
        _files.Add(Path.Combine(_folder, Temporary, unique), place, content().Span);
        _present.Add(unique, place);
        return true;
    }

    public void NameKeywords()
    {
        // A mail program that knows this file goes on writing it: only a missing one is made.
        if (!File.Exists(Path.Combine(_folder, KeywordsFile)))
        {
            PrivateFile.Replace(Path.Combine(_folder, KeywordsFile), System.Text.Encoding.ASCII.GetBytes(MaildirFlags.Keywords));
        }
    }

    private void Rename(string present, string unique, string flags)
    {
        var isNew = Path.GetFileName(Path.GetDirectoryName(present)) == New;
        var place = isNew && flags.Length == 0 ? present : InCurrent(unique, flags);
        if (place != present)
        {
            File.Move(present, place);
            _present[unique] = place;
        }
    }

    private string InCurrent(string unique, string flags) => Path.Combine(_folder, Current, unique + MaildirFlags.Separator + flags);
}
