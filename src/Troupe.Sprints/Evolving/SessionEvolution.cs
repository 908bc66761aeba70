using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>From the request of a session to the safety of what it delivered.</summary>
internal static class SessionEvolution
{
    public static SprintState Evolve(SprintState state, SprintEvent happened) => happened switch
    {
        SessionRequested e => Request(state, e),
        SessionStarted e => OnRunning(state, e.Session, run => run with
        {
            StartedAt = run.StartedAt ?? e.At,
            State = run.State == SessionState.Requested ? SessionState.Running : run.State,
        }),
        SessionObserved e => OnRunning(state, e.Session, run => run with { State = e.State }),
        SessionEnded e => End(state, e),
        PatchCaptured e => Capture(state, e),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is no event of a session."),
    };

    public static SessionRun Requested(SprintState state, PersonaProgress persona, SessionRequested request) => new()
    {
        Id = request.Session,
        Ordinal = state.Sessions + 1,
        Tick = request.Tick,
        Base = request.Base,
        Reason = request.Reason,
        Mails = request.Mails,
        Conflict = persona.Setback?.Event as PatchConflicted,
        LandedBefore = state.Landed,
        RequestedAt = request.At,
    };

    private static SprintState Request(SprintState state, SessionRequested request)
    {
        var persona = state.Personas[request.Session.Persona];
        if (persona.Runs >= request.Session.Attempt)
        {
            return state;
        }

        var run = Requested(state, persona, request);
        return state.With(persona with
        {
            Standing = Standing.Running,
            Runs = request.Session.Attempt,
            Run = run,
            Rework = null,
            Shown = persona.Shown.Union(request.Mails),
        }) with
        {
            Sessions = state.Sessions + 1,
            Reworks = state.Reworks + (request.Reason.IsRework() ? 1 : 0),
            Tick = state.Tick with { HasSession = true },
            Ticks = state.Ticks + (state.Tick.Counts ? 0 : 1),
        };
    }

    private static SprintState End(SprintState state, SessionEnded end)
    {
        var persona = state.Personas[end.Session.Persona];
        return persona.Standing == Standing.Running && persona.Run!.Id == end.Session
            ? state.With(persona with { Standing = Standing.Ended, Run = persona.Run with { State = end.State, End = end } })
            : state;
    }

    private static SprintState Capture(SprintState state, PatchCaptured captured)
    {
        var persona = state.Personas[captured.Session.Persona];
        if (persona.Standing != Standing.Ended || persona.Run!.Id != captured.Session)
        {
            return state;
        }

        state = state with { Mails = state.Mails + (captured.Returned ?? 0) };
        if (captured.Unrecorded is { } why)
        {
            return LoseTrack(state, persona, why);
        }

        persona = persona with { Run = persona.Run with { Patch = captured.Patch, Commit = captured.Commit } };
        if (persona.Run.State != SessionState.Completed)
        {
            return RunFailure.Apply(state, persona);
        }

        if (captured.Patch is not { } patch)
        {
            return ChangeNothing(state, persona, captured);
        }

        return persona.Seen.Contains(Seen.Patch(patch))
            ? HandInAgain(state, persona, captured, patch)
            : state.With(persona.At(Standing.Captured));
    }

    /// <summary>The session failed, whatever it said itself: what it made cannot be had.</summary>
    private static SprintState LoseTrack(SprintState state, PersonaProgress persona, string why)
    {
        var run = persona.Run!;
        var end = run.End! with
        {
            State = run.State == SessionState.Completed ? SessionState.Failed : run.State,
            Failure = run.End.Failure ?? "unrecorded",
            Detail = run.End.Detail is not { } detail ? why : detail.Contains(why, StringComparison.Ordinal) ? detail : $"{detail}\n{why}",
        };
        var failed = persona with { Run = run with { State = end.State, End = end } };
        return RunFailure.Apply(state with { Kept = state.Kept.Add(run.Id) }, failed);
    }

    /// <summary>Nothing to do is no failure; but who was asked to redo a change and leaves it, takes it back.</summary>
    private static SprintState ChangeNothing(SprintState state, PersonaProgress persona, PatchCaptured captured)
    {
        var withdraws = persona.Setback?.Event is PatchConflicted or PatchRejected { Patch: not null };
        var after = withdraws
            ? persona.SetBackBy(captured, persona.Setback!.LeadsTo, state.Tick.Number)
            : persona.At(Standing.Done) with { Setback = null };
        return state.With(after).Reporting(captured.Session, nameof(PatchOutcome.Redundant), patch: null);
    }

    /// <summary>The very patch that did not land before would not land now; it is not paid for a second time.</summary>
    private static SprintState HandInAgain(SprintState state, PersonaProgress persona, PatchCaptured captured, PatchId patch)
    {
        var before = state.Outcomes.LastOrDefault(outcome => outcome.Patch == patch && outcome.Session.Persona == persona.Id)?.Outcome
            ?? nameof(PatchOutcome.Conflicted);
        var after = persona.SetBackBy(captured, persona.Setback?.LeadsTo ?? persona.Run!.Reason, state.Tick.Number, "the same patch")
            with { Charged = persona.Charged + 1 };
        return state.With(after).Reporting(captured.Session, before, patch, "It handed in the very patch that had not landed before.");
    }

    private static SprintState OnRunning(SprintState state, SessionId session, Func<SessionRun, SessionRun> change)
    {
        var persona = state.Personas[session.Persona];
        return persona.Standing == Standing.Running && persona.Run!.Id == session
            ? state.With(persona with { Run = change(persona.Run) })
            : state;
    }
}
