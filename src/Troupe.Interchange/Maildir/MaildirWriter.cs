namespace Troupe.Interchange;

/// <summary>One Maildir for each mailbox, under the name of its owner.</summary>
internal sealed class MaildirWriter(string folder) : ILetterWriter
{
    private readonly Dictionary<string, MaildirFolder> _mailboxes = new(StringComparer.Ordinal);

    public int Files { get; private set; }

    public int Unchanged { get; private set; }

    public async Task WriteAsync(Letter letter, CancellationToken cancellationToken)
    {
        // The text is the same in every mailbox: it is made once, and not at all where all have it.
        var content = new Lazy<ReadOnlyMemory<byte>>(() => MimeLetterWriter.Write(letter, withStates: false));
        foreach (var state in letter.States)
        {
            var mailbox = await MailboxAsync(state.Mailbox!, cancellationToken);
            var isNew = await mailbox.DeliverAsync(
                MaildirName.Unique(letter), MaildirFlags.Of(letter, state), () => content.Value, cancellationToken);
            (Files, Unchanged) = isNew ? (Files + 1, Unchanged) : (Files, Unchanged + 1);
        }
    }

    public Task FinishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<MaildirFolder> MailboxAsync(string owner, CancellationToken cancellationToken)
    {
        if (!_mailboxes.TryGetValue(owner, out var mailbox))
        {
            _mailboxes.Add(owner, mailbox = new MaildirFolder(Path.Combine(folder, owner)));
            await mailbox.NameKeywordsAsync(cancellationToken);
        }

        return mailbox;
    }
}
