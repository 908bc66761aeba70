using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>Attempts are kept, and nobody is charged for what others did.</summary>
internal sealed class ChargeBooks
{
    private readonly Dictionary<PersonaId, HashSet<PatchId>> _told = [];

    public void Check(SprintState before, SprintEvent happened, SprintState after)
    {
        foreach (var persona in after.Roster)
        {
            InvariantWatch.Require(persona.Charged <= after.Limits.MaxAttempts, $"{persona.Id} was charged more often than it may fail");
            if (persona.Charged > before.Personas[persona.Id].Charged)
            {
                InvariantWatch.Require(IsOwnFault(persona.Id, happened, before), $"{persona.Id} was charged for {happened.GetType().Name}");
            }
        }

        if (happened is PatchConflicted conflict)
        {
            Told(conflict.Session.Persona).UnionWith(conflict.Counterparts.Select(counterpart => counterpart.Patch).OfType<PatchId>());
        }
    }

    private bool IsOwnFault(PersonaId persona, SprintEvent happened, SprintState before) => happened switch
    {
        PatchRejected e => e.Session.Persona == persona && e.Outcome != PatchOutcome.Redundant
            && (e.Outcome != PatchOutcome.Rejected || before.Weave!.Intent.Patches.Count == 1),
        PatchDeclined e => e.Session.Persona == persona && before.Held.Exists(held => held.Patch == e.Patch && held.Answer is null),
        PatchConflicted e => e.Session.Persona == persona && e.Counterparts.Any(counterpart =>
            counterpart.Patch is { } patch && (Told(persona).Contains(patch) || before.Personas[persona].Run!.LandedBefore.Contains(patch))),
        PatchCaptured e => e.Session.Persona == persona
            && (before.Personas[persona].Run!.State != SessionState.Completed || e.Unrecorded is not null || before.Outcomes.Any(outcome => outcome.Patch == e.Patch)),
        _ => false,
    };

    private HashSet<PatchId> Told(PersonaId persona) => _told.TryGetValue(persona, out var told) ? told : _told[persona] = [];
}
