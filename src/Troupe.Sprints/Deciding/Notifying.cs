using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What the lead has to know, each thing once.</summary>
internal static class Notifying
{
    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen)
    {
        var commands = Owed(state, seen).SelectMany(notice => Retrying.Guard(state, seen, notice)).ToList();
        return commands.Count > 0 ? commands : null;
    }

    public static IEnumerable<NotifyHuman> Owed(SprintState state, Observation seen) =>
        Skips(state).Concat(UnansweredMail(state, seen)).Concat(TargetLeftBehind(state)).Where(notice => !state.Done.Contains(notice.Key));

    private static IEnumerable<NotifyHuman> Skips(SprintState state) => state.Roster
        .Where(persona => persona is { Standing: Standing.Skipped, Skip.Reason: not SkipReason.Lead })
        .Select(persona => new NotifyHuman
        {
            Key = $"s{state.Number}:skipped:{persona.Id}:{persona.Runs}{(WasAnswered(state, persona) ? ":answered" : "")}",
            Persona = persona.Id,
            Subject = persona.Skip!.Reason == SkipReason.Held
                ? $"A patch of {persona.Id} is held in sprint {state.Number}"
                : $"{persona.Id} was skipped in sprint {state.Number}",
            Detail = persona.Skip!.Detail,
        });

    /// <summary>Told of as held, and now skipped for another reason after the same run: that is news.</summary>
    private static bool WasAnswered(SprintState state, PersonaProgress persona) =>
        state.Held.Exists(held => held.Event.Session == persona.Run?.Id && held.Answer is not null);

    /// <summary>Who has run as often as it may is not run for new mail; that must not go unnoticed.</summary>
    private static IEnumerable<NotifyHuman> UnansweredMail(SprintState state, Observation seen) => state.Roster
        .Where(persona => persona.Standing == Standing.Done && !Skipping.MayRun(state.Limits, persona))
        .Where(persona => Mailboxes.Asking(seen, persona).Any())
        .Select(persona => new NotifyHuman
        {
            Key = $"s{state.Number}:max-runs:{persona.Id}",
            Persona = persona.Id,
            Subject = $"{persona.Id} has mail that it will not answer in sprint {state.Number}",
            Detail = $"It ran {persona.Runs} times, which is the limit; its unread mail waits for the next sprint.",
        });

    private static IEnumerable<NotifyHuman> TargetLeftBehind(SprintState state)
    {
        if (state.Failures.TryGetValue(Ending.ForwardKey(state), out var failures))
        {
            yield return new NotifyHuman
            {
                Key = $"s{state.Number}:target",
                Subject = $"Sprint {state.Number} did not move {Printable.Escape(state.Start.Target)}",
                Detail = $"{failures.Error} The work is on {state.Start.Branch}: with {Printable.Escape(state.Start.Target)} checked out, "
                    + $"'git merge --ff-only {state.Start.Branch}' takes it over, or 'git merge {state.Start.Branch}' where it has gone on meanwhile.",
            };
        }
    }
}
