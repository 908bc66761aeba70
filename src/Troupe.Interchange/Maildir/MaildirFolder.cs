namespace Troupe.Interchange;

/// <summary>One Maildir that is exported to: delivers by <c>tmp</c> and a rename, and knows what is there.</summary>
internal sealed class MaildirFolder
{
    public const string New = "new";
    public const string Current = "cur";
    public const string Temporary = "tmp";
    private const string KeywordsFile = "dovecot-keywords";

    private readonly string _folder;
    private readonly Dictionary<string, string> _present = new(StringComparer.Ordinal);

    public MaildirFolder(string folder)
    {
        _folder = folder;
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
    public async Task<bool> DeliverAsync(string unique, string flags, Func<ReadOnlyMemory<byte>> content, CancellationToken cancellationToken)
    {
        if (_present.TryGetValue(unique, out var present))
        {
            Rename(present, unique, flags);
            return false;
        }

        var draft = Path.Combine(_folder, Temporary, unique);
        await using (var file = PrivateFile.Create(draft))
        {
            await file.WriteAsync(content(), cancellationToken);
        }

        // Only what nobody has touched lies in `new`, where a name has no flags.
        var place = flags.Length == 0 ? Path.Combine(_folder, New, unique) : InCurrent(unique, flags);
        File.Move(draft, place, overwrite: true);
        _present.Add(unique, place);
        return true;
    }

    public async Task NameKeywordsAsync(CancellationToken cancellationToken)
    {
        // A mail program that knows this file goes on writing it: only a missing one is made.
        if (!File.Exists(Path.Combine(_folder, KeywordsFile)))
        {
            await PrivateFile.ReplaceAsync(Path.Combine(_folder, KeywordsFile), System.Text.Encoding.ASCII.GetBytes(MaildirFlags.Keywords), cancellationToken);
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
