using Troupe.Engine;
using Troupe.Sprints;

namespace Troupe.Cli.Weave;

/// <summary>One held patch in the JSON of <c>weave held|ack|reject</c>.</summary>
/// <param name="State"><c>waiting, acked, landed, rejected, settled</c>.</param>
/// <param name="Commit">The commit that holds it; null: it is not known.</param>
/// <param name="Answer">Null: nobody has answered.</param>
internal sealed record HeldEntry(
    string Patch,
    string Persona,
    int Sprint,
    string Session,
    string State,
    string? Commit,
    IReadOnlyList<string> Paths,
    string Reason,
    string HeldAt,
    HeldEntry.GivenAnswer? Answer)
{
    private const string Times = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static HeldEntry Of(HeldChoice choice) => new(
        choice.Held.Patch.Value,
        choice.Held.Event.Session.Persona.Value,
        choice.Sprint.Number,
        $"{choice.Held.Event.Session}",
        Word(choice),
        choice.Held.Commit?.Value,
        choice.Held.Event.Paths,
        choice.Held.Event.Reason,
        Time(choice.Held.Event.At),
        choice.Held.Answer switch
        {
            PatchAcked acked => new GivenAnswer("ack", acked.By, Time(acked.At), acked.Reason),
            PatchDeclined declined => new GivenAnswer("reject", declined.By, Time(declined.At), declined.Reason),
            _ => null,
        });

    public static string Word(HeldChoice choice) => choice.Standing.ToString().ToLowerInvariant();

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(Times, System.Globalization.CultureInfo.InvariantCulture);

    /// <param name="Kind"><c>ack</c> or <c>reject</c>.</param>
    internal sealed record GivenAnswer(string Kind, string By, string At, string? Reason);
}
