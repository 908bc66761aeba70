using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// Who runs again in this tick. Personas whose patches collide with one another take turns, each from the tip that holds
/// what the one before it landed; who waited longest goes first, and all who collide with nobody run at once.
/// </summary>
internal static class Lanes
{
    /// <param name="taken">Personas that run in this tick anyhow.</param>
    public static IEnumerable<PersonaProgress> Choose(IEnumerable<PersonaProgress> waiting, IEnumerable<PersonaProgress> taken)
    {
        var running = taken.ToList();
        foreach (var next in InOrder(waiting))
        {
            if (!running.Exists(other => Collide(next, other)))
            {
                running.Add(next);
                yield return next;
            }
        }
    }

    /// <summary>Who waited longest first; among equals the order of the roster.</summary>
    public static IEnumerable<PersonaProgress> InOrder(IEnumerable<PersonaProgress> personas) =>
        personas.OrderBy(persona => persona.Setback?.Tick ?? int.MaxValue).ThenBy(persona => persona.Rank);

    private static bool Collide(PersonaProgress one, PersonaProgress other) =>
        Names(one, other.Id) && other.Setback is not null || Names(other, one.Id);

    private static bool Names(PersonaProgress persona, PersonaId rival) => persona.Setback?.Rivals.Contains(rival) == true;
}
