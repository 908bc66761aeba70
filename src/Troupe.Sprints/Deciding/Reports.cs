namespace Troupe.Sprints;

/// <summary>Which personas have to be told why their patch did not land.</summary>
internal static class Reports
{
    /// <returns>Null: there is nothing to tell, or it was told.</returns>
    public static SendReport? Owed(SprintState state, PersonaProgress persona)
    {
        if (persona.Setback is not { } setback || Key(persona, setback.Event) is not { } key || state.Done.Contains(key))
        {
            return null;
        }

        return new SendReport
        {
            Key = key,
            Session = setback.Session,
            About = setback.Event,
            AttemptsLeft = Math.Max(0, state.Limits.MaxAttempts - persona.Charged),
        };
    }

    /// <summary>The same conflict of the same patch with the same tree is one message, whoever weaves it again and when.</summary>
    private static string? Key(PersonaProgress persona, SprintEvent cause) => cause switch
    {
        PatchConflicted e => $"report:{persona.Id}:{e.Patch}:{e.Onto}:{e.Digest}",
        PatchRejected e => $"report:{persona.Id}:{e.Patch?.ToString() ?? e.Session.ToString()}:{e.Outcome}:{e.Digest}",
        _ => null,
    };
}
