using System.Globalization;
using System.Text;

namespace Troupe.Interchange;

/// <summary>One mbox for each mailbox, <c>OWNER.mbox</c>, written anew each time.</summary>
internal sealed class MboxWriter(string folder) : ILetterWriter
{
    public const string Extension = ".mbox";
    private readonly SortedDictionary<string, ReplacedFile> _mailboxes = new(StringComparer.Ordinal);

    public int Files { get; private set; }

    public int Unchanged => 0;

    public void Write(Letter letter)
    {
        foreach (var state in letter.States)
        {
            if (!_mailboxes.TryGetValue(state.Mailbox!, out var mailbox))
            {
                _mailboxes.Add(state.Mailbox!, mailbox = new ReplacedFile(Path.Combine(folder, state.Mailbox + Extension), TroupeHeader.Version));
            }

            Append(letter with { States = [state] }, mailbox.Content);
        }
    }

    public void Finish()
    {
        foreach (var mailbox in _mailboxes.Values)
        {
            mailbox.Finish();
            Files++;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var mailbox in _mailboxes.Values)
        {
            await mailbox.DisposeAsync();
        }
    }

    private static void Append(Letter letter, Stream mailbox)
    {
        var sent = (letter.SentAt ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString("ddd MMM dd HH:mm:ss yyyy", CultureInfo.InvariantCulture);
        mailbox.Write(Encoding.ASCII.GetBytes($"From {MailAddress.Write(letter.From)} {sent}\n"));
        var message = MimeLetterWriter.Write(letter, withStates: true);
        MboxQuoting.Quote(message.Span, mailbox);
        mailbox.Write(message.Span.EndsWith("\n"u8) ? "\n"u8 : "\n\n"u8);
    }
}
