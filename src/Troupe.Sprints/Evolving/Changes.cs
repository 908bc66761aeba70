using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>The changes that several events make.</summary>
internal static class Changes
{
    public static SprintState With(this SprintState state, PersonaProgress persona) =>
        state with { Personas = state.Personas.SetItem(persona.Id, persona) };

    public static SprintState Reporting(
        this SprintState state, SessionId session, string outcome, PatchId? patch, string? reason = null, CommitId? commit = null) =>
        state with { Outcomes = state.Outcomes.Add(new RunOutcome(session, outcome, patch, reason, commit)) };

    /// <summary>Skipped by the lead while its session ran: then the run's end is the persona's end.</summary>
    public static PersonaProgress At(this PersonaProgress persona, Standing standing) =>
        persona with { Standing = persona.Skip is null ? standing : Standing.Skipped };

    public static PersonaProgress SetBackBy(
        this PersonaProgress persona, SprintEvent cause, RunReason leadsTo, int tick, string? repeats = null) =>
        persona.At(Standing.SetBack) with
        {
            Setback = new Setback { Event = cause, Session = persona.Run!.Id, LeadsTo = leadsTo, Tick = tick, Repeats = repeats },
        };
}
