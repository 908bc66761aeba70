using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>
/// When and in which words to say what a sprint waits for: a retry at once, sessions after a silence, and then less and less often.
/// </summary>
internal sealed class WaitWords
{
    private static readonly TimeSpan FirstSilence = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private TimeSpan _silence = FirstSilence;
    private DateTimeOffset _announced = DateTimeOffset.MinValue;

    public void SomethingHappened(DateTimeOffset at)
    {
        _last = at > _last ? at : _last;
        _silence = FirstSilence;
    }

    /// <summary>Null: nothing to say now.</summary>
    public string? Of(SprintState state, DateTimeOffset now)
    {
        var waits = SprintWait.Of(state, now);
        if (waits.Count == 0)
        {
            return null;
        }

        var retry = waits.Select(RetryAt).OfType<DateTimeOffset>().Where(at => at > _announced && at > now + Soon).DefaultIfEmpty().Max();
        if (retry == default && now - _last < _silence)
        {
            return null;
        }

        _announced = retry == default ? _announced : retry;
        _last = now;
        _silence = _silence * 2 < LongestSilence ? _silence * 2 : LongestSilence;
        return "waiting: " + string.Join("; ", Words(waits, now));
    }

    private static DateTimeOffset? RetryAt(SprintWait wait) => wait switch
    {
        SprintWait.AnotherTry again => again.At,
        SprintWait.Repetition repetition => repetition.At,
        _ => null,
    };

    private static IEnumerable<string> Words(IReadOnlyList<SprintWait> waits, DateTimeOffset now)
    {
        foreach (var wait in waits)
        {
            if (wait is SprintWait.AnotherTry again)
            {
                yield return $"{again.Persona} is tried again in {Duration(again.At - now)}";
            }
            else if (wait is SprintWait.Repetition repetition)
            {
                yield return $"{repetition.Command} is tried again in {Duration(repetition.At - now)}";
            }
        }

        var sessions = waits.OfType<SprintWait.Session>().ToList();
        if (sessions.Count > 0)
        {
            yield return $"{string.Join(", ", sessions.Select(session => session.Persona))} at work, the longest for "
                + $"{Duration(now - sessions.Min(session => session.Since))}, at most {Duration(sessions.Max(session => session.Until) - now)} more";
        }
    }

    /// <summary>Whole seconds below two minutes, whole minutes above.</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        <= 0 => "0 s",
        < 120 => $"{Math.Ceiling(time.TotalSeconds):0} s",
        _ => $"{Math.Round(time.TotalMinutes):0} min",
    };
}
