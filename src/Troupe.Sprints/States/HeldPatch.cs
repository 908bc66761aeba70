using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A patch that was held for a human, and what came of that.</summary>
/// <param name="Event">Why it was held.</param>
/// <param name="Commit">The commit that holds it; null: the log does not say.</param>
public sealed record HeldPatch(PatchHeld Event, CommitId? Commit)
{
    /// <summary>A <see cref="PatchAcked"/> or a <see cref="PatchDeclined"/>; null: nobody has answered.</summary>
    public SprintEvent? Answer { get; init; }

    public PatchId Patch => Event.Patch;

    /// <summary>The persona whose latest run made it and waits for nothing else; null: that has been overtaken.</summary>
    internal PersonaProgress? OwnerIn(SprintState state) =>
        state.Personas.TryGetValue(Event.Session.Persona, out var persona) && persona.Run?.Id == Event.Session
        && (persona.Standing == Standing.Captured || persona.Setback is { Event: PatchHeld held } && held.Session == Event.Session)
            ? persona
            : null;

    public HeldStanding StandingIn(SprintState state) => Answer switch
    {
        PatchDeclined => HeldStanding.Rejected,
        PatchAcked when state.Landed.Contains(Patch) => HeldStanding.Landed,
        _ when OwnerIn(state) is null => HeldStanding.Settled,
        PatchAcked => HeldStanding.Acked,
        _ => HeldStanding.Waiting,
    };
}
