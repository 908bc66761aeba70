using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A session that ended without success. What it left is kept; it is not woven.</summary>
internal static class RunFailure
{
    public static SprintState Apply(SprintState state, PersonaProgress persona)
    {
        var end = persona.Run!.End!;
        var digest = end.Failure is { } failure ? Seen.Failure(failure) : null;
        var repeats = digest is not null && persona.Seen.Contains(digest) ? "the same failure" : null;
        var after = persona.SetBackBy(end, RunReason.Failure, state.Tick.Number, repeats) with
        {
            Charged = persona.Charged + (IsOwnFault(end.State) ? 1 : 0),
            Seen = digest is null ? persona.Seen : persona.Seen.Add(digest),
        };
        return state.With(after).Reporting(end.Session, end.State.ToString(), persona.Run.Patch, end.Detail);
    }

    /// <summary>A supervisor that died and a lead who cancels are nothing that the persona did.</summary>
    private static bool IsOwnFault(SessionState state) => state is not (SessionState.Lost or SessionState.Cancelled);
}
