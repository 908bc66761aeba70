using System.Globalization;
using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// Stops personas that answer one another without end: a thread takes so many answers in an hour. What begins a thread is not
/// counted, and neither is the engine's mail, which has bounds of its own. Pure.
/// </summary>
public static class ReplyLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Whether one more answer may be written now.</summary>
    /// <param name="thread">The messages of the thread that are known.</param>
    /// <param name="perHour">0: no answer at all.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Busy"/>: the thread is full for now; the message says until when.</exception>
    public static void Require(IEnumerable<Message> thread, int perHour, DateTimeOffset now)
    {
        // A clock that was set back must not lock a thread for longer than the hour: what lies ahead by more does not count.
        var recent = thread
            .Where(message => message.Hops > 0 && message.From != PersonaId.Weaver && (message.Timestamp - now).Duration() < Window)
            .Select(message => message.Timestamp)
            .Order()
            .ToList();
        if (recent.Count >= perHour)
        {
            var free = recent.Count == 0 ? "" : $" after {(recent[recent.Count - Math.Max(perHour, 1)] + Window).UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture)}";
            throw new TroupeException(
                ErrorCode.Busy,
                $"This thread got {recent.Count} answers within an hour, and {perHour} are allowed ([mail] replies_per_hour): nothing was sent. "
                + $"Answer again{free}, or begin a new thread with 'send'.");
        }
    }
}
