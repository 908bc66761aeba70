namespace Troupe.Interchange;

/// <summary>One Maildir for each mailbox, under the name of its owner.</summary>
internal sealed class MaildirWriter(string folder) : ILetterWriter
{
    private readonly Dictionary<string, MaildirFolder> _mailboxes = new(StringComparer.Ordinal);
    private readonly FileBundle _files = new(folder);

    public int Files { get; private set; }

    public int Unchanged { get; private set; }

    public void Write(Letter letter)
    {
        // The text is the same in every mailbox: it is made once, and not at all where all have it.
        var content = new Lazy<ReadOnlyMemory<byte>>(() => MimeLetterWriter.Write(letter, withStates: false));
        foreach (var state in letter.States)
        {
            var isNew = Mailbox(state.Mailbox!).Deliver(MaildirName.Unique(letter), MaildirFlags.Of(letter, state), () => content.Value);
            (Files, Unchanged) = isNew ? (Files + 1, Unchanged) : (Files, Unchanged + 1);
        }
    }

    public void Finish() => _files.Publish();

    public ValueTask DisposeAsync()
    {
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    private MaildirFolder Mailbox(string owner)
    {
        if (!_mailboxes.TryGetValue(owner, out var mailbox))
        {
            _mailboxes.Add(owner, mailbox = new MaildirFolder(Path.Combine(folder, owner), _files));
            mailbox.NameKeywords();
        }

        return mailbox;
    }
}
