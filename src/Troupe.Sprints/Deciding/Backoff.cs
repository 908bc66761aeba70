namespace Troupe.Sprints;

/// <summary>How long to wait after the n-th failure: 10 s, doubled each time, at most 5 minutes.</summary>
internal static class Backoff
{
    /// <summary>So many failures of one command are no bad luck any more.</summary>
    public const int Patience = 5;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static TimeSpan After(int failures) => failures < 1
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(failures - 1, 20)));

    /// <summary>When a command that failed may be tried again; null: it did not fail.</summary>
    public static DateTimeOffset? Until(CommandFailures? failures) => failures is null ? null : failures.Last + After(failures.Count);

    /// <summary>When a persona whose sessions failed may run again.</summary>
    public static DateTimeOffset Until(PersonaProgress persona) => persona.Setback?.Event is SessionEnded end
        ? end.At + After(Math.Max(1, persona.Charged))
        : DateTimeOffset.MinValue;
}
