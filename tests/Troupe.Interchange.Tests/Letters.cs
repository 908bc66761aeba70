using System.Text;
using CsCheck;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange.Tests;

/// <summary>Letters as wild as messages can be, and how two of them are compared.</summary>
internal static class Letters
{
    private static readonly string[] Awkward =
    [
        "From me\n", ">From you\n", "\nFrom x", ">>From\n", "\r\n", "\r", "\n\n", " \n", "\t", "trailing  \n", ".\n", "--\n", "=3D", "=\n", "\0", "\u0007", "\u001b[31m", "\u007f", "\u0085",
        "\u2028", "\u202e", "\ufeff", "\ufffd", "olá", "世界", "🎉", "=?utf-8?q?x?=", "base64:eA==", "--=_troupe-x\n", "Content-Type: text/html\n", new string('x', 2000), new string('ü', 1200),
    ];

    private static readonly Gen<string> Words = Gen.Char[' ', '~'].Array[0, 20].Select(chars => new string(chars));

    public static Gen<string> Text { get; } =
        Gen.OneOf(From(Awkward), Words, Gen.Int[0x20, 0x10ffff].Where(Rune.IsValid).Select(code => new Rune(code).ToString()))
            .Array[0, 12].Select(string.Concat);

    public static Gen<string> Subject { get; } = Text.Select(text => text.Length > 400 ? text[..100] + "…" : text)
        .Select(text => text.EnumerateRunes().Aggregate(new StringBuilder(), (kept, rune) => kept.Append(rune == Rune.ReplacementChar ? "?" : rune.ToString())).ToString())
        .Where(text => !string.IsNullOrWhiteSpace(text));

    private static readonly Gen<Enclosure> Enclosure = Gen.Select(
        Text.Select(name => AttachmentName.Clean(name)),
        From("text/plain", "text/plain; charset=utf-8", "application/json", "message/rfc822", "multipart/mixed", "image/png", "nonsense", "x/\"y\""),
        Gen.Byte.Array[0, 300],
        (name, type, content) => Interchange.Enclosure.Of(name, type, content));

    private static readonly Gen<string[]> Tags = From("perf", "api/v2", "a.b", "x_y", "0").Array[0, 3].Select(tags => tags.Distinct().ToArray());

    private static readonly Gen<LetterState> State = Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Tags, Gen.Int[0, 2]).Select((read, acked, archived, trashed, tags, shown) => new LetterState("?")
    {
        IsRead = read,
        IsAcked = acked,
        IsArchived = archived,
        IsTrashed = trashed,
        Tags = [.. tags.Order(StringComparer.Ordinal)],
        ShownIn = [.. Enumerable.Range(1, shown).Select(number => $"s{number}-bolt-1")],
    });

    private static readonly Gen<RecordId> Id = Gen.Guid.Select(guid => new RecordId(guid));

    public static Gen<Letter> Any { get; } = Gen.Select(
        Gen.Select(Id, Gen.Long[0, 4_102_444_800_000], From("bolt", "lead", "weaver"), From<string[]>(["curator"], ["sentinel", "curator"], ["lead"]), Subject, Text),
        Gen.Select(Gen.Enum<MessageType>(), Gen.Enum<Priority>(), Gen.Bool, Tags, Text, Gen.Int[0, 9]),
        Gen.Select(Enclosure.Array[0, 3], Id.Array[0, 3], State.Array[2], Gen.Bool, Id),
        (envelope, marks, rest) => new Letter
        {
            Id = envelope.Item1,
            SentAt = DateTimeOffset.FromUnixTimeMilliseconds(envelope.Item2),
            From = envelope.Item3,
            To = [.. envelope.Item4.Take(1), "@all"],
            Cc = [.. envelope.Item4.Skip(1)],
            Recipients = envelope.Item4,
            Subject = envelope.Item5,
            Body = envelope.Item6,
            Type = marks.Item1,
            Priority = marks.Item2,
            AckRequired = marks.Item3,
            Tags = marks.Item4,
            DedupKey = envelope.Item4.Length == 1 && marks.Item5.Length is > 0 and < 100 ? marks.Item5 : null,
            Hops = marks.Item6,
            Enclosures = rest.Item1,
            ImportedSender = rest.Item4 && marks.Item5.Length is > 0 and < 100 ? marks.Item5 : null,
            Supersedes = rest.Item2,
            States = [.. envelope.Item4.Select((mailbox, index) => rest.Item3[index] with { Mailbox = mailbox })],
            Thread = rest.Item4 ? rest.Item5 : envelope.Item1,
            InReplyTo = rest.Item4 ? rest.Item5 : null,
        });

    /// <summary>Everything that a letter holds, as a text that shows where two differ. What follows from other letters is left out.</summary>
    public static string Print(Letter letter) => string.Join('\n',
        letter.Id, letter.SentAt?.ToString("O"), letter.From, letter.ImportedSender is null ? "" : Quote(letter.ImportedSender), Join(letter.To), Join(letter.Cc), Join(letter.Recipients ?? []), Quote(letter.Subject), Quote(letter.Body),
        letter.Type, letter.Priority, letter.AckRequired, Join(letter.Tags), letter.DedupKey is null ? "no key" : Quote(letter.DedupKey), letter.Thread, letter.InReplyTo, letter.Hops,
        Join(letter.Supersedes.Select(id => id.ToString())), letter.Attested,
        Join(letter.Enclosures.Select(one => $"{Quote(one.Name)} {one.MediaType} {one.Sha256} {Sha256.Of(one.Content!.Value.Span)}")),
        Join(letter.States.Select(Print)));

    /// <summary>The lines in which two letters differ; empty for none.</summary>
    public static string Difference(IEnumerable<string> one, IEnumerable<string> other)
    {
        var (left, right) = (string.Join('\n', one).Split('\n'), string.Join('\n', other).Split('\n'));
        return string.Join('\n', left.Zip(right).Where(pair => pair.First != pair.Second).Select(pair => $"- {pair.First}\n+ {pair.Second}"))
            + (left.Length == right.Length ? "" : $"\n{left.Length} and {right.Length} lines");
    }

    private static Gen<T> From<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    private static string Print(LetterState state) =>
        $"{state.Mailbox} read={state.IsRead} acked={state.IsAcked} archived={state.IsArchived} trashed={state.IsTrashed} tags={Join(state.Tags ?? [])} shown={Join(state.ShownIn)}";

    private static string Join(IEnumerable<string> texts) => string.Join(" | ", texts);

    private static string Quote(string text) => System.Text.Json.JsonEncodedText.Encode(text).ToString();
}
