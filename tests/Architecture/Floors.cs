namespace Troupe.Architecture.Tests;

/// <summary>The rooms by floor, and the rule that a room knows only rooms below it.</summary>
internal static class Floors
{
    /// <summary>From the top down, as in docs/architecture.md.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> All { get; } =
    [
        ["Cli", "JulesMail"],
        ["Server", "Rehearsal"],
        ["Engine", "Analytics", "Interchange", "MailCli"],
        ["Sprints", "Agents", "Forges", "Verification", "Mail", "Personas"],
        ["Weaving"],
        ["Git"],
        ["Processes", "EventLog", "Shell"],
        ["Core"],
    ];

    /// <summary>What is wrong with these references; nothing when all lead down.</summary>
    public static IEnumerable<string> Violations(string room, IEnumerable<string> references)
    {
        var from = FloorOf(room);
        if (from < 0)
        {
            return [$"{room} is on no floor"];
        }

        return references.Where(other => other != room && FloorOf(other) <= from).Select(other => $"{room} -> {other}");
    }

    private static int FloorOf(string room) => Enumerable.Range(0, All.Count).FirstOrDefault(floor => All[floor].Contains(room), -1);
}
