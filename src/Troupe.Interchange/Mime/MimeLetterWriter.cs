using System.Globalization;
using MimeKit;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>A letter as an Internet message (RFC 5322, MIME). The same letter gives the same bytes.</summary>
internal static class MimeLetterWriter
{
    private static readonly FormatOptions Format = CreateFormat();

    /// <param name="withStates">Whether the message says what became of it; where file names or flags say that, it stays the same for good.</param>
    public static ReadOnlyMemory<byte> Write(Letter letter, bool withStates)
    {
        using var message = new MimeMessage();
        message.Headers.Clear();
        WriteEnvelope(letter, message);
        WriteOwn(letter, message.Headers);
        foreach (var state in withStates ? letter.States : [])
        {
            message.Headers.Add(TroupeHeader.State, MimeState.Write(state));
        }

        if (withStates && letter.States is [var only])
        {
            message.Headers.Add("Status", only.IsRead ? "RO" : "O");
        }

        message.Body = Content(letter);
        using var written = new MemoryStream();
        message.WriteTo(Format, written);
        return written.ToArray();
    }

    private static void WriteEnvelope(Letter letter, MimeMessage message)
    {
        message.From.Add(MailAddress.ToMime(letter.From));
        message.To.AddRange(letter.To.Select(MailAddress.ToMime));
        message.Cc.AddRange(letter.Cc.Select(MailAddress.ToMime));
        message.Subject = ExactHeader.Plain(letter.Subject);
        message.Date = letter.SentAt?.ToUniversalTime() ?? DateTimeOffset.UnixEpoch;
        message.MessageId = MessageIds.Write(letter.Id);
        if (letter.Thread != letter.Id && letter.Thread != letter.InReplyTo)
        {
            message.References.Add(MessageIds.Write(letter.Thread));
        }

        if (letter.InReplyTo is { } parent)
        {
            message.InReplyTo = MessageIds.Write(parent);
            message.References.Add(MessageIds.Write(parent));
        }
    }

    private static void WriteOwn(Letter letter, HeaderList headers)
    {
        headers.Add(TroupeHeader.Version, TroupeHeader.CurrentVersion);
        headers.Add(TroupeHeader.Type, letter.Type.Name());
        headers.Add(TroupeHeader.Priority, letter.Priority.Name());
        Add(TroupeHeader.AckRequired, letter.AckRequired ? "yes" : null);
        Add(TroupeHeader.Tags, Joined(letter.Tags));
        Add(TroupeHeader.Recipients, Joined(letter.Recipients ?? []));
        Add(TroupeHeader.Thread, letter.Thread.ToString());
        Add(TroupeHeader.Hops, letter.Hops == 0 ? null : letter.Hops.ToString(CultureInfo.InvariantCulture));
        Add(TroupeHeader.SentAt, letter.SentAt is { } sent ? UtcText.Write(sent) : null);
        Add(TroupeHeader.DedupKey, letter.DedupKey is { } key ? ExactText.Write(key) : null);
        Add(TroupeHeader.Supersedes, Joined(letter.Supersedes.Select(id => id.ToString())));
        Add(TroupeHeader.Attested, letter.Attested);
        Add(TroupeHeader.ImportedSender, letter.ImportedSender is { } sender ? ExactText.Write(sender) : null);
        Add(TroupeHeader.Position, letter.Place?.ToString());
        Add(TroupeHeader.Subject, ExactHeader.Survives("Subject", letter.Subject) ? null : ExactText.Write(letter.Subject));

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                headers.Add(name, value);
            }
        }
    }

    private static MimeEntity Content(Letter letter)
    {
        var body = ExactBody.Write(letter.Body);
        var enclosures = letter.Enclosures.Where(enclosure => enclosure.Content is not null).Select(MimeEnclosure.Write).ToList();
        if (enclosures.Count == 0)
        {
            return body;
        }

        // A boundary that is drawn by lot would make each export another file.
        var whole = new Multipart("mixed") { Boundary = $"=_troupe-{letter.Id.Value:N}" };
        whole.Add(body);
        enclosures.ForEach(whole.Add);
        return whole;
    }

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words);

    private static FormatOptions CreateFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Unix;
        return format;
    }
}
