using System.Globalization;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>A message of the older vocabulary as a letter.</summary>
internal static class V0Letters
{
    /// <exception cref="FormatException">Something that a letter needs is missing.</exception>
    public static Letter Of(V0Event sent, LetterState state, V0Attachments attachments)
    {
        var id = IdOf(sent);
        var recipient = sent.ToPersona ?? throw new FormatException("it has no to_persona");
        return new Letter
        {
            Id = id,
            SentAt = sent.Ts is { } ts ? Moment(ts) : null,
            From = sent.FromPersona ?? sent.Actor ?? throw new FormatException("it has no from_persona"),
            To = [recipient],
            Recipients = [recipient],
            Subject = sent.Subject ?? "",
            Body = sent.Body ?? "",
            Thread = id,
            Enclosures = [.. (sent.Attachments ?? []).Select(attachments.Read)],
            States = [state],
        };
    }

    /// <summary>Event ids were any text; those that are UUIDs are kept.</summary>
    private static RecordId IdOf(V0Event sent) =>
        RecordId.TryParse(sent.EventId, out var id) ? id
        : sent.EventId is { Length: > 0 } other ? DerivedId.Of("v0", other)
        : DerivedId.Of("v0-message", sent.MessageId.ToString(CultureInfo.InvariantCulture));

    private static DateTimeOffset Moment(string ts) =>
        DateTimeOffset.TryParse(ts, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToUniversalTime()
            : throw new FormatException("its ts is no moment like 2026-01-11T09:06:00Z");
}
