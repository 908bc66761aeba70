using CsCheck;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>Random histories of a small team: few messages and personas, so that they meet often.</summary>
internal static class MailEvents
{
    private static readonly PersonaId[] Personas = [MailRoom.Bolt, MailRoom.Curator, MailRoom.Sentinel];
    private static readonly SessionId?[] Sessions = [null, SessionId.Parse("s1-bolt-1"), SessionId.Parse("s1-curator-1")];
    private static readonly string[] Tags = ["a", "b"];

    public static MailEvent[] Letters { get; } = [.. Enumerable.Range(0, 5).Select(MailEvent (number) => new MailEvent.Sent(Letter(number)))];

    public static Gen<MailEvent> Mark(params MailMark[] marks) =>
        from mark in OneOf(marks)
        from letter in Gen.Int[0, Letters.Length]
        from persona in OneOf(Personas)
        from session in OneOf(Sessions)
        from tag in OneOf(Tags)
        select (MailEvent)new MailEvent.Marked(mark, IdOf(letter), persona, session, tag);

    public static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    public static Mailboxes Fold(IEnumerable<MailEvent> events)
    {
        var mailboxes = new Mailboxes();
        foreach (var happened in events)
        {
            mailboxes.Evolve(happened);
        }

        return mailboxes;
    }

    /// <summary>Everything that a mailbox says, as text, so that two states can be compared and a difference read.</summary>
    public static string Describe(Mailboxes mailboxes) => string.Join('\n', Personas.SelectMany(persona => mailboxes.Of(persona).Entries.Select(
        entry => $"{persona} {entry.Message.Id.Suffix(6)} read={entry.IsRead} acked={entry.IsAcked} archived={entry.IsArchived} trashed={entry.IsTrashed}"
            + $" tags={string.Join(',', entry.Tags)} shown={string.Join(',', entry.ShownIn.Select(session => session.ToString()).Order(StringComparer.Ordinal))}"
            + $" by={entry.SupersededBy}")));

    private static Message Letter(int number) => new()
    {
        Id = IdOf(number),
        Position = new Position(0, number),
        Timestamp = default,
        From = Personas[number % 3],
        To = [Address.Parse("@all")],
        Recipients = [Personas[(number + 1) % 3], Personas[(number + 2) % 3]],
        Subject = $"Letter {number}",
        Thread = IdOf(number),
        Supersedes = number > 2 ? [IdOf(number - 3), IdOf(0)] : [],
    };

    private static RecordId IdOf(int number) => new(Guid.Parse($"019bac3e-6d40-7cc1-b1d5-{number:d12}"));
}
