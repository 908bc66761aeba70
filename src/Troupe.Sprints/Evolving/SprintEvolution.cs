using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What is true after an event. Pure; an event that was recorded twice changes nothing the second time.</summary>
public static class SprintEvolution
{
    /// <summary>The state that a sprint begins with.</summary>
    public static SprintState Begin(SprintStarted start) => new()
    {
        Start = start,
        Mode = start.Mode,
        Tip = start.Base,
        Tree = start.BaseTree,
        Personas = start.Personas
            .Select((id, rank) => new PersonaProgress { Id = id, Rank = rank })
            .ToImmutableDictionary(progress => progress.Id),
    };

    /// <exception cref="InvalidOperationException">The event belongs to another sprint.</exception>
    public static SprintState Evolve(SprintState state, SprintEvent happened)
    {
        if (happened.Sprint != state.Number)
        {
            throw new InvalidOperationException($"An event of sprint {happened.Sprint} was given to sprint {state.Number}.");
        }

        return happened switch
        {
            TickStarted e => state with { Tick = new TickProgress(e.Tick, IsOpen: true, HasWeave: false, HasSession: false) },
            TickEnded => state with { Tick = state.Tick with { IsOpen = false } },
            SessionRequested or SessionStarted or SessionObserved or SessionEnded or PatchCaptured
                => SessionEvolution.Evolve(state, happened),
            WeaveStarted or VerificationRan or PatchLanded or PatchConflicted or PatchRejected or PatchHeld or LandingPublished or WeaveDropped
                => WeaveEvolution.Evolve(state, happened),
            PatchAcked or PatchDeclined => HeldEvolution.Evolve(state, happened),
            MailPosted or ReworkRequested or PersonaSkipped or HumanNotified => PersonaEvolution.Evolve(state, happened),
            CommandIntended or CommandDone or CommandFailed => CommandEvolution.Evolve(state, happened),
            SprintPaused e => state with { Paused = e },
            ModeFellBack e => FallBack(state, e),
            SprintEnded e => state with { Ended = e },
            // A sprint starts once, and a budget is told to people: neither changes what is decided.
            SprintStarted or BudgetReached => state,
            _ => throw new InvalidOperationException($"{happened.GetType().Name} is not folded."),
        };
    }

    public static SprintState Fold(SprintState state, IEnumerable<SprintEvent> events) => events.Aggregate(state, Evolve);

    /// <summary>A weave of which nothing is known to have landed is void: its patches are still captured, and wait.</summary>
    private static SprintState FallBack(SprintState state, ModeFellBack fallback) => state with
    {
        Mode = fallback.To,
        Fallback = fallback,
        Weave = state.Weave is { IsVoidable: true } ? null : state.Weave,
    };
}
