using Troupe.Core;

namespace Troupe.Personas;

/// <summary>What only shows when all personas are seen together.</summary>
internal static class RosterRules
{
    public static void Check(Roster roster, List<RosterProblem> problems)
    {
        foreach (var persona in roster.Personas)
        {
            foreach (var earlier in persona.After.Where(earlier => !roster.TryGet(earlier, out _)))
            {
                var known = roster.Personas.Select(other => other.Id.Value);
                problems.Add(new RosterProblem(
                    persona.File, 1, $"'after' names '{earlier}', and there is no such persona{Suggestion.Hint(earlier.Value, known)}"));
            }

            foreach (var group in persona.Groups.Where(group => PersonaId.TryParse(group, out var id) && roster.TryGet(id, out _)))
            {
                problems.Add(new RosterProblem(persona.File, 1, $"the group '{group}' has the name of a persona: rename it."));
            }
        }

        foreach (var persona in Circles(roster))
        {
            problems.Add(new RosterProblem(persona.File, 1, "its 'after' leads back to itself: no order can satisfy that."));
        }
    }

    private static IEnumerable<Persona> Circles(Roster roster) => roster.Personas.Where(start =>
    {
        HashSet<PersonaId> seen = [];
        var pending = new Stack<PersonaId>(start.After);
        while (pending.TryPop(out var next))
        {
            if (next == start.Id)
            {
                return true;
            }

            if (seen.Add(next) && roster.TryGet(next, out var persona))
            {
                persona.After.ToList().ForEach(pending.Push);
            }
        }

        return false;
    });
}
