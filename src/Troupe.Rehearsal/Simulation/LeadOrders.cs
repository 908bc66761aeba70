using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>What the lead orders in the middle of a sprint: skip a persona, let one try again, go on after a pause, abort; and what it
/// answers where patches are held.</summary>
internal sealed class LeadOrders(Dice dice, FaultRates faults)
{
    private const int StepsOfASprint = 60;

    public IEnumerable<SprintEvent> At(SprintState state, int step, DateTimeOffset now)
    {
        if (state.Paused is not null)
        {
            yield return Order(CommandNames.Resume, $"resume:{step}", null);
        }

        if (Is("skips") is { } toSkip)
        {
            yield return new PersonaSkipped { Sprint = state.Number, At = now, Persona = toSkip.Id, Reason = SkipReason.Lead, Detail = "The lead says so." };
        }

        if (Is("retries") is not null && state.Roster.FirstOrDefault(persona => persona.Standing == Standing.Skipped) is { } skipped)
        {
            yield return Order(CommandNames.Retry, $"retry:{step}", $"{skipped.Id}");
        }

        if (Is("aborts") is not null && dice.Chance("really aborts", 0.3))
        {
            yield return Order(CommandNames.Abort, $"abort:{step}", null);
        }

        // A weave is under way between two steps only where a crash or a failure cut it short.
        if (state is { Weave: not null, IsAborting: false } && dice.Chance("lead aborts weave", faults.LeadOrder * 0.3))
        {
            yield return Order(CommandNames.Abort, $"abort-weave:{step}", null);
        }

        CommandIntended Order(string command, string key, string? detail) =>
            new() { Sprint = state.Number, At = now, Command = command, Key = key, Detail = detail };

        PersonaProgress? Is(string order) =>
            dice.Chance($"lead {order}", faults.LeadOrder) && step == dice.Pick($"lead {order} when", StepsOfASprint)
                ? state.Personas[state.Start.Personas[dice.Pick($"lead {order} whom", state.Personas.Count)]]
                : null;
    }

    /// <summary>
    /// Answers to held patches come from another process: at any moment, also between a decision and the record of it.
    /// </summary>
    public IEnumerable<SprintEvent> Answers(SprintState state, string moment, DateTimeOffset now) => state.Held
        .Where(held => held.Answer is null && dice.Chance($"lead answers {held.Event.Session} {moment}", faults.HeldAnswer))
        .Select(held => Answer(held.Event, now));

    private SprintEvent Answer(PatchHeld held, DateTimeOffset now) => dice.Chance($"lead acks {held.Session}", 0.6)
        ? new PatchAcked { Sprint = held.Sprint, At = now, Session = held.Session, Patch = held.Patch, By = "lead" }
        : new PatchDeclined { Sprint = held.Sprint, At = now, Session = held.Session, Patch = held.Patch, By = "lead", Reason = "The lead says so." };
}
