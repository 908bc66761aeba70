using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Where one persona stands, in the words of tables and of <c>--json</c>.</summary>
/// <param name="Run">How many sessions it had; 0: none yet.</param>
/// <param name="State">
/// <c>waiting, due, running, ended, weaving, again, landed, unchanged, skipped</c> or, in a sprint that was aborted, <c>aborted</c>;
/// <c>landed</c> also for who was skipped or aborted later.
/// </param>
/// <param name="Detail">Why it was skipped or runs again, or the commit that landed; null: there is nothing to add.</param>
/// <param name="Patch">What its latest run handed in; null: nothing so far.</param>
public sealed record ReportedStanding(string Persona, int Run, string State, string? Detail, string? Patch)
{
    private const int ShortCommit = 10;

    internal static ReportedStanding Of(PersonaProgress persona, bool isOver) =>
        new($"{persona.Id}", persona.Runs, Word(persona, isOver), DetailOf(persona), persona.Run?.Patch?.ToString());

    private static string Word(PersonaProgress persona, bool isOver) => persona.Standing switch
    {
        not (Standing.Done or Standing.Skipped) when isOver => persona.HasLanded ? "landed" : "aborted",
        Standing.Unstarted => "waiting",
        Standing.Due => "due",
        Standing.Running => "running",
        Standing.Ended => "ended",
        Standing.Captured => "weaving",
        Standing.SetBack => "again",
        Standing.Done or Standing.Skipped when persona.HasLanded => "landed",
        Standing.Done => "unchanged",
        Standing.Skipped => "skipped",
        _ => throw new InvalidOperationException($"{persona.Standing} has no word."),
    };

    private static string? DetailOf(PersonaProgress persona) => persona switch
    {
        { Skip: { } skip } => SkipCause.InWords(skip, persona.Setback),
        { Standing: Standing.SetBack or Standing.Due, Setback.Event: { } cause } => SkipCause.Of(cause),
        { HasLanded: true } => persona.Landings[^1].Commit.Value[..ShortCommit],
        _ => null,
    };
}
