using System.Text.Json;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>Everything in a state that decisions and reports are made from, as text.</summary>
internal static class Fingerprint
{
    public static string Of(SprintState state)
    {
        var personas = state.Roster.Select(persona => string.Join(
            ' ', persona.Id, persona.Standing, persona.Runs, persona.Charged, persona.Run?.State, persona.Run?.Patch, persona.Setback?.LeadsTo, persona.Shown.Count));
        var report = JsonSerializer.Serialize(SprintReport.Of(state, state.Start.At), SprintReportJson.Default.SprintReport);
        return $"{state.Tick} {state.Weave?.Intent.Weave} {state.Done.Count} {state.Failures.Count} {string.Join('\n', personas)}\n{report}";
    }
}
