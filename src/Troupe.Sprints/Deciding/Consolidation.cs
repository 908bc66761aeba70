namespace Troupe.Sprints;

/// <summary>
/// Between a weave and the sessions that follow it: personas that were set back, and personas whose mail asks for it, run
/// again from the new tip. It happens where nothing runs, so that who runs does not depend on who was fastest.
/// </summary>
internal static class Consolidation
{
    /// <summary>The runs to request now, without those that were requested before a crash.</summary>
    public static IReadOnlyList<SprintCommand> Decide(SprintState state, Observation seen)
    {
        var due = state.Roster.Where(persona => persona.Standing == Standing.Due).ToList();
        var reworks = Lanes.Choose(state.Roster.Where(persona => persona.Standing == Standing.SetBack), due)
            .Select(persona => Request(state, seen, persona, persona.Setback!.LeadsTo, []));
        return [.. reworks, .. Written(state, seen)];
    }

    /// <summary>Whether anybody would run again if a tick began.</summary>
    public static bool IsWanted(SprintState state, Observation seen) =>
        state.Roster.Any(persona => persona.Standing is Standing.SetBack or Standing.Unstarted or Standing.Due) || Written(state, seen).Any();

    public static Note Request(SprintState state, Observation seen, PersonaProgress persona, RunReason reason, IReadOnlyList<string> mails) =>
        Notes.Of(
            new ReworkRequested { Sprint = state.Number, At = seen.Now, Persona = persona.Id, Reason = reason, Mails = mails },
            $"{persona.Id}:{persona.Runs + 1}");

    private static IEnumerable<Note> Written(SprintState state, Observation seen) =>
        from persona in state.Roster
        where persona.Standing == Standing.Done && Skipping.MayRun(state.Limits, persona)
        let mails = Mailboxes.Asking(seen, persona).ToList()
        where mails.Count > 0
        select Request(state, seen, persona, RunReason.Mail, mails);
}
