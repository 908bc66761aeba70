using CsCheck;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>Random histories of a small team, in which messages answer, supersede and are marked.</summary>
internal static class MailHistory
{
    private static readonly PersonaId[] Personas = [MailRoom.Bolt, MailRoom.Curator, MailRoom.Sentinel, PersonaId.Lead];
    private static readonly SessionId?[] Sessions = [null, SessionId.Parse("s1-bolt-1"), SessionId.Parse("s1-curator-1")];
    private static readonly string[] Tags = ["a", "b", "with space", "é"];

    public static Gen<MailEvent[]> Of(int length) => Gen.Int[0, int.MaxValue].Select(seed => Make(new Random(seed), length));

    public static MailEvent[] Make(Random random, int length)
    {
        List<Message> sent = [];
        var events = new MailEvent[length];
        for (var index = 0; index < length; index++)
        {
            if (sent.Count == 0 || random.Next(3) == 0)
            {
                sent.Add(Letter(random, sent));
                events[index] = new MailEvent.Sent(sent[^1]);
            }
            else
            {
                var session = One(random, Sessions);
                events[index] = new MailEvent.Marked(
                    (MailMark)random.Next(Enum.GetValues<MailMark>().Length), Recent(random, sent).Id, One(random, Personas), session, One(random, Tags));
            }
        }

        return events;
    }

    /// <summary>Most of what happens, happens to new mail; now and then somebody looks at old mail.</summary>
    private static Message Recent(Random random, List<Message> sent) =>
        random.Next(4) == 0 ? sent[random.Next(sent.Count)] : sent[Math.Max(0, sent.Count - 1 - random.Next(4))];

    private static Message Letter(Random random, List<Message> sent)
    {
        // Few different digits at the end, so that short ids collide.
        var id = new RecordId(Guid.Parse($"019bac3e-6d40-7cc1-b1d5-{random.Next(1 << 24):x6}{random.Next(4) * 0x11:x2}aaaa"));
        return new Message
        {
            Id = id,
            Position = default,
            Timestamp = default,
            From = One(random, Personas),
            To = [Address.Parse("@all")],
            Recipients = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => One(random, Personas))],
            Subject = $"Letter {sent.Count}",
            Thread = sent.Count > 0 && random.Next(2) == 0 ? Recent(random, sent).Thread : id,
            Supersedes = sent.Count > 0 && random.Next(4) == 0 ? [Recent(random, sent).Id] : [],
            AckRequired = random.Next(3) == 0,
            Tags = random.Next(3) == 0 ? [One(random, Tags)] : [],
            DedupKey = random.Next(4) == 0 ? $"key {sent.Count}" : null,
        };
    }

    private static T One<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
