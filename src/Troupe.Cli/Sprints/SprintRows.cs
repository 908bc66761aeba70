using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>A sprint as one row per persona.</summary>
internal static class SprintRows
{
    public static IEnumerable<SprintRow> Of(SprintState state) => state.Roster.Select(Row);

    private static SprintRow Row(PersonaProgress persona) => new(persona.Id.Value, persona.Runs, Word(persona), Detail(persona));

    private static string Word(PersonaProgress persona) => persona.Standing switch
    {
        Standing.Unstarted => "waiting",
        Standing.Due => "due",
        Standing.Running => "running",
        Standing.Ended => "ended",
        Standing.Captured => "weaving",
        Standing.SetBack => "again",
        Standing.Done => persona.HasLanded ? "landed" : "no change",
        Standing.Skipped => persona.HasLanded ? "landed" : "skipped",
        _ => persona.Standing.ToString(),
    };

    private static string Detail(PersonaProgress persona) => Printable.Escape(persona switch
    {
        { Skip: { } skip } => skip.Detail,
        { Standing: Standing.SetBack or Standing.Due, Setback.Event: PatchConflicted conflict } =>
            $"conflict ({string.Join(", ", conflict.Kinds)}) in {string.Join(", ", conflict.Paths.Take(2))}",
        { Standing: Standing.SetBack or Standing.Due, Setback.Event: PatchRejected rejected } => FirstLine(rejected.Reason),
        { Standing: Standing.SetBack or Standing.Due, Setback.Event: SessionEnded ended } => $"{ended.State}: {FirstLine(ended.Detail ?? "")}",
        { HasLanded: true } => persona.Landings[^1].Commit.Value[..10],
        _ => "",
    });

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}
