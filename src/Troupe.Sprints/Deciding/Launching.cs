using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Sessions start from the tip, as many as there are places for.</summary>
internal static class Launching
{
    /// <summary>The sessions to start now; empty while all places are taken or every persona has to wait.</summary>
    public static IReadOnlyList<SprintCommand> Decide(SprintState state, Observation seen)
    {
        var running = state.Personas.Values.Count(persona => persona.Standing == Standing.Running);
        var places = state.Limits.MaxParallel == 0 ? int.MaxValue : Math.Max(0, state.Limits.MaxParallel - running);
        return
        [
            .. Lanes.InOrder(state.Roster.Where(IsReady))
                .Where(persona => seen.Now >= Backoff.Until(persona))
                .Take(places)
                .Select(persona => Start(state, seen, persona)),
        ];
    }

    public static bool IsReady(PersonaProgress persona) => persona.Standing is Standing.Unstarted or Standing.Due;

    /// <summary>The command for a session that was requested; from the request alone, so that it can be repeated.</summary>
    public static StartSession Command(SprintState state, SessionRun run) => new()
    {
        Key = Key(run.Id),
        Session = run.Id,
        Base = run.Base,
        Reason = run.Reason,
        Mails = run.Mails,
        Conflict = run.Conflict,
        Timeout = TimeSpan.FromSeconds(state.Limits.SessionTimeoutSeconds),
    };

    public static SprintCommand Start(SprintState state, Observation seen, PersonaProgress persona)
    {
        var request = new SessionRequested
        {
            Sprint = state.Number,
            At = seen.Now,
            Session = new SessionId(state.Number, persona.Id, persona.Runs + 1),
            Tick = state.Tick.Number,
            Base = state.Tip,
            Reason = persona.Rework?.Reason ?? RunReason.First,
            Mails = Mailboxes.Unread(seen, persona),
        };
        var run = SessionEvolution.Requested(state, persona, request);
        return Command(state, run) with { Intent = [request] };
    }

    private static string Key(SessionId session) => $"{CommandNames.StartSession}:{session}";
}
