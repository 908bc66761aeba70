using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// How far the log has been looked through for mail that wakes somebody, and who was woken within the last hour: what keeps personas that
/// wake one another within bounds. Pure.
/// </summary>
/// <param name="Bookmark">The last record that was looked at; null: none yet.</param>
public sealed record WakeMemory(LogBookmark? Bookmark, ImmutableList<(PersonaId Persona, DateTimeOffset At)> Wakes)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public static WakeMemory Empty { get; } = new(null, []);

    /// <summary>Whether the persona may be woken once more.</summary>
    public bool Allows(PersonaId persona, int perHour, DateTimeOffset now) =>
        Wakes.Count(wake => wake.Persona == persona && IsRecent(wake.At, now)) < perHour;

    public WakeMemory With(PersonaId persona, DateTimeOffset now) =>
        this with { Wakes = Wakes.RemoveAll(wake => !IsRecent(wake.At, now)).Add((persona, now)) };

    // A clock that was set back must not keep anybody asleep for longer than the hour.
    private static bool IsRecent(DateTimeOffset at, DateTimeOffset now) => (now - at).Duration() < Window;
}
