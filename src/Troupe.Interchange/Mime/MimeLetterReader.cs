using System.Globalization;
using MimeKit;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>An Internet message as a letter: one that this program exported, exactly; one of anybody else, as well as can be.</summary>
internal static class MimeLetterReader
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];
    private static readonly ParserOptions Options = new() { MaxMimeDepth = LetterLimits.DeepestNesting };

    /// <param name="raw">The whole message.</param>
    /// <param name="found">What the place where it was found says about it; its own headers know better.</param>
    /// <exception cref="FormatException">No message, or more than a letter may be.</exception>
    public static Letter Read(byte[] raw, LetterState? found)
    {
        HeaderLength.Require(raw);
        OldCharsets.Know();
        using var message = Parse(raw);
        var isOurs = message.Headers[TroupeHeader.Version]?.Trim() == TroupeHeader.CurrentVersion;
        var contents = MimeContents.Of(message.Body);
        var id = message.MessageId is { Length: > 0 } messageId ? MessageIds.Read(messageId) : DerivedId.Of(raw);
        var parent = message.InReplyTo is { Length: > 0 } replied ? MessageIds.Read(replied) : (RecordId?)null;
        var letter = new Letter
        {
            Id = id,
            SentAt = message.Date > DateTimeOffset.MinValue ? message.Date.ToUniversalTime() : null,
            From = SenderOf(message),
            To = MailAddress.Read(message.To),
            Cc = MailAddress.Read(message.Cc),
            Subject = message.Subject ?? "",
            Body = BodyOf(contents.Text, isOurs),
            Thread = message.References is [var first, ..] ? MessageIds.Read(first) : parent ?? id,
            InReplyTo = parent,
            Hops = message.References.Count,
            Enclosures = EnclosuresOf(contents, isOurs),
            States = found is null ? [] : [found with { IsRead = found.IsRead || IsSeen(message.Headers["Status"]) }],
        };
        return isOurs ? WithOwn(letter, message.Headers) : letter;
    }

    private static MimeMessage Parse(byte[] raw)
    {
        MimeMessage message;
        try
        {
            message = new MimeParser(Options, new MemoryStream(raw), MimeFormat.Entity, persistent: true).ParseMessage();
        }
        catch (FormatException problem)
        {
            throw new FormatException($"it is no mail message ({problem.Message.TrimEnd('.')})", problem);
        }

        if (message.Headers.Contains(HeaderId.From) || message.Headers.Contains(HeaderId.MessageId) || message.Headers.Contains(HeaderId.Subject))
        {
            return message;
        }

        message.Dispose();
        throw new FormatException("it is no mail message: it has neither From nor Subject nor Message-ID");
    }

    private static string SenderOf(MimeMessage message) =>
        MailAddress.Read(message.From) is [var author, ..] ? author : message.Sender is { } sender ? MailAddress.Read(sender.Address) : "";

    private static string BodyOf(TextPart? text, bool isOurs) =>
        text is null ? ""
        : isOurs ? ExactBody.Read(text)
        : text.IsHtml ? HtmlText.Of(text.Text)
        : (text.Text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);

    private static List<Enclosure> EnclosuresOf(MimeContents contents, bool isOurs) =>
        [.. contents.Enclosed.Select((entity, index) => MimeEnclosure.Read(entity, isOurs, index + 1))];

    private static Letter WithOwn(Letter letter, HeaderList headers) => letter with
    {
        SentAt = headers[TroupeHeader.SentAt] is { } sent ? UtcText.TryParse(sent.Trim()) ?? letter.SentAt : letter.SentAt,
        Subject = headers[TroupeHeader.Subject] is { } subject ? ExactText.Read(subject) : letter.Subject,
        ImportedSender = headers[TroupeHeader.ImportedSender] is { } sender ? ExactText.Read(sender) : null,
        Recipients = Words(headers[TroupeHeader.Recipients]),
        Type = MessageTypes.TryParse(headers[TroupeHeader.Type]?.Trim(), out var type) ? type : MessageType.Note,
        Priority = Priorities.TryParse(headers[TroupeHeader.Priority]?.Trim(), out var priority) ? priority : Priority.Normal,
        AckRequired = headers[TroupeHeader.AckRequired]?.Trim() == "yes",
        Tags = Words(headers[TroupeHeader.Tags]),
        DedupKey = headers[TroupeHeader.DedupKey] is { } key ? ExactText.Read(key) : null,
        Thread = RecordId.TryParse(headers[TroupeHeader.Thread]?.Trim(), out var thread) ? thread : letter.Thread,
        Hops = int.TryParse(headers[TroupeHeader.Hops], NumberStyles.None | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var hops) ? hops : 0,
        Supersedes = [.. Words(headers[TroupeHeader.Supersedes]).Select(word => RecordId.TryParse(word, out var id) ? id : throw new FormatException($"{TroupeHeader.Supersedes} names no message"))],
        Attested = headers[TroupeHeader.Attested]?.Trim(),
        Place = Position.TryParse(headers[TroupeHeader.Position]?.Trim(), out var place) ? place : null,
        States = StatesOf(headers) is { Count: > 0 } states ? states : letter.States,
    };

    private static List<LetterState> StatesOf(HeaderList headers) =>
        [.. headers.Where(header => header.Field == TroupeHeader.State).Select(header => MimeState.Read(header.Value))];

    /// <summary>How mailboxes in one file say that a message was read.</summary>
    private static bool IsSeen(string? status) => status?.Contains('R', StringComparison.Ordinal) == true;

    private static string[] Words(string? value) => value?.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
