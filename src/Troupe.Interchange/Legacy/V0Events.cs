using System.Text.Json;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>A letter as events of the older vocabulary, one copy for each mailbox.</summary>
internal static class V0Events
{
    public static IEnumerable<byte[]> Lines(Letter letter) =>
        Of(letter).Select(happened => JsonSerializer.SerializeToUtf8Bytes(happened, InterchangeJson.Readable.V0Event));

    public static IEnumerable<V0Event> Of(Letter letter)
    {
        var sent = letter.SentAt is { } moment ? UtcText.Write(moment) : null;
        var recipients = letter.Recipients ?? [];
        foreach (var state in letter.States)
        {
            var copy = V0Numbers.CopyOf(letter.Id, state.Mailbox!, recipients.Count > 0 && state.Mailbox == recipients[0]);
            yield return new V0Event
            {
                EventId = copy.ToString(),
                Ts = sent,
                EventType = V0Event.Send,
                MessageId = V0Numbers.Of(copy),
                Actor = letter.From,
                FromPersona = letter.From,
                ToPersona = state.Mailbox,
                Subject = letter.Subject,
                Body = letter.Body,
                Attachments = letter.Enclosures.Count == 0 ? null : [.. letter.Enclosures.Select(V0Attachments.Write)],
            };
            foreach (var mark in Marks(letter, state, copy, sent))
            {
                yield return mark;
            }
        }
    }

    private static IEnumerable<V0Event> Marks(Letter letter, LetterState state, RecordId copy, string? sent)
    {
        // The marks' own moments are not kept: that of the message stands for them, since none was before it.
        if (state.IsRead)
        {
            yield return Mark(V0Event.Read) with { ReadAt = sent };
        }

        foreach (var tag in state.Tags ?? letter.Tags)
        {
            yield return Mark(V0Event.TagAdd, tag);
        }

        if (state.IsTrashed)
        {
            yield return Mark(V0Event.Trash);
        }

        V0Event Mark(string kind, string? tag = null) => new()
        {
            EventId = V0Numbers.Event(copy, kind, tag).ToString(),
            Ts = sent,
            EventType = kind,
            MessageId = V0Numbers.Of(copy),
            Actor = state.Mailbox,
            Tag = tag,
        };
    }
}
