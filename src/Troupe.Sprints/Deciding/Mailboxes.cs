namespace Troupe.Sprints;

/// <summary>What a persona's unread mail means for it.</summary>
internal static class Mailboxes
{
    // An event names them all, and a record of the log has a limit; what is beyond it waits for the next run.
    private const int MostMessages = 1000;

    /// <summary>Everything unread goes into the next prompt, also what an earlier prompt showed: that session did not succeed.</summary>
    public static IReadOnlyList<string> Unread(Observation seen, PersonaProgress persona) =>
        [.. seen.Unread.Where(head => head.To == persona.Id).Select(head => head.Message).Distinct().Take(MostMessages)];

    /// <summary>
    /// The messages that ask for a run. Each asks once: what a prompt showed does not ask again. The engine's reports tell
    /// of a rework that is decided without them, and its good news ask for nothing.
    /// </summary>
    public static IEnumerable<string> Asking(Observation seen, PersonaProgress persona) => seen.Unread
        .Where(head => head.To == persona.Id && !head.GoodNews)
        .Select(head => head.Message)
        .Where(message => !persona.Shown.Contains(message) && !persona.Reports.Contains(message))
        .Distinct()
        .Take(MostMessages);
}
