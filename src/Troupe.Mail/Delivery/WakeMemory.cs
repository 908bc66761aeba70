using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// How far the log has been looked through for mail that wakes somebody, who is still to be woken for what was found, and who was woken within
/// the last hour: what keeps personas that wake one another within bounds. Pure.
/// </summary>
/// <param name="Bookmark">The last record that was looked at; null: none yet.</param>
public sealed record WakeMemory(
    LogBookmark? Bookmark, ImmutableList<DueMail> Due, ImmutableList<(PersonaId Persona, DateTimeOffset At)> Wakes)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Of somebody who begins to look.</summary>
    public static WakeMemory From(LogBookmark? bookmark) => new(bookmark, [], []);

    /// <summary>From when on the persona may be woken once more; null: now.</summary>
    public DateTimeOffset? FreeAt(PersonaId persona, int perHour, DateTimeOffset now)
    {
        var recent = Wakes.Where(wake => wake.Persona == persona && IsRecent(wake.At, now)).Select(wake => wake.At).Order().ToList();
        return recent.Count < perHour ? null : recent[recent.Count - perHour] + Window;
    }

    /// <summary>The persona is being woken now, for all that it has.</summary>
    public WakeMemory With(PersonaId persona, DateTimeOffset now) => this with
    {
        Due = Due.RemoveAll(due => due.Persona == persona),
        Wakes = Wakes.RemoveAll(wake => !IsRecent(wake.At, now)).Add((persona, now)),
    };

    // A clock that was set back must not keep anybody asleep for longer than the hour.
    private static bool IsRecent(DateTimeOffset at, DateTimeOffset now) => (now - at).Duration() < Window;
}
