using System.Globalization;

namespace Troupe.EventLog.Writer;

/// <summary>
/// Writes a mail log as a team of 21 personas would have left it: threads, bodies of 300 to 1500 bytes, most mail shown and read, a part of it
/// archived or acknowledged. The same count gives the same log, but for the random digits of its ids.
/// </summary>
internal static class MailTeam
{
    private const int BatchLength = 2000;
    private static readonly string[] Words = "the patch of this module renames a parser and its tests so that callers keep working after review of every conflict in the tree".Split(' ');
    private static readonly string[] Types = ["note", "note", "note", "question", "feedback", "coordination", "conflict"];

    public static async Task WriteAsync(string folder, int count)
    {
        var random = new Random(1);
        var clock = new SteppingClock();
        var log = new FileEventLog(folder, clock);
        var recent = new List<(RecordId Id, string Thread, string[] Recipients)>();
        var due = new Queue<NewRecord>();
        for (var written = 0; written < count;)
        {
            var batch = new List<NewRecord>();
            var letters = new List<(int Index, string? Thread, string[] Recipients)>();
            while (batch.Count < BatchLength && written + batch.Count < count)
            {
                clock.Step(random);
                if (due.Count > 40 && random.Next(3) != 0)
                {
                    batch.Add(due.Dequeue());
                }
                else
                {
                    var (record, thread, recipients) = Letter(random, recent);
                    letters.Add((batch.Count, thread, recipients));
                    batch.Add(record);
                }
            }

            // The log makes the ids, since it need not look for those.
            var outcomes = ((AppendResult.Appended)await log.AppendAsync(batch, null, CancellationToken.None)).Records;
            foreach (var (index, thread, recipients) in letters)
            {
                var id = outcomes[index].Id;
                recent.Add((id, thread ?? id.ToString(), recipients));
                Follow(random, id, recipients, due);
            }

            written += batch.Count;
            recent.RemoveRange(0, Math.Max(0, recent.Count - 500));
        }
    }

    private static string Persona(int number) => number == 0 ? "bolt" : number == 1 ? "curator" : string.Create(CultureInfo.InvariantCulture, $"persona-{number}");

    private static (NewRecord Record, string? Thread, string[] Recipients) Letter(
        Random random, List<(RecordId Id, string Thread, string[] Recipients)> recent)
    {
        var from = Persona(random.Next(21));
        string[] to = [.. Enumerable.Range(0, random.Next(4) == 0 ? 3 : 1).Select(_ => Persona(random.Next(21))).Where(one => one != from).Distinct()];
        to = to.Length > 0 ? to : [from == "bolt" ? "curator" : "bolt"];
        var parent = recent.Count > 0 && random.Next(2) == 0 ? recent[random.Next(recent.Count)] : default;
        var payload = new PayloadWriter()
            .Text("from"u8, from)
            .Texts("to"u8, to)
            .Texts("recipients"u8, to)
            .Text("subject"u8, Text(random, 40).Replace('\n', ' '))
            .Text("type"u8, Types[random.Next(Types.Length)])
            .Text("priority"u8, random.Next(10) == 0 ? "high" : "normal")
            .Text("thread"u8, parent.Thread)
            .Text("in_reply_to"u8, parent.Thread is null ? null : parent.Id.ToString())
            .Flag("ack_required"u8, random.Next(20) == 0)
            .Texts("tags"u8, random.Next(5) == 0 ? [string.Create(CultureInfo.InvariantCulture, $"sprint-{random.Next(200)}")] : [])
            .Finish();
        var record = new NewRecord { Kind = "sent", Actor = from, Payload = payload, Body = Text(random, 300 + random.Next(1200)) };
        return (record, parent.Thread, to);
    }

    /// <summary>What its recipients do with it later: one in thirty leaves it unread.</summary>
    private static void Follow(Random random, RecordId id, string[] recipients, Queue<NewRecord> due)
    {
        foreach (var persona in recipients.Where(_ => random.Next(30) != 0))
        {
            due.Enqueue(Mark("read", id, persona));
            if (random.Next(4) == 0)
            {
                due.Enqueue(Mark("archived", id, persona));
            }

            if (random.Next(20) == 0)
            {
                due.Enqueue(Mark("acked", id, persona));
            }
        }
    }

    private static NewRecord Mark(string kind, RecordId message, string persona) => new()
    {
        Kind = kind,
        Actor = persona,
        Payload = new PayloadWriter().Text("message"u8, message.ToString()).Text("persona"u8, persona).Finish(),
    };

    private static string Text(Random random, int length)
    {
        var text = new System.Text.StringBuilder();
        while (text.Length < length)
        {
            text.Append(Words[random.Next(Words.Length)]).Append(random.Next(12) == 0 ? "\n" : " ");
        }

        return text.ToString(0, length).Trim();
    }

    private sealed class SteppingClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 11, 9, 6, 0, TimeSpan.Zero);

        public void Step(Random random) => _now += TimeSpan.FromMilliseconds(random.Next(4000));

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
