using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>One attempt that conflicted.</summary>
/// <param name="Counterparts">The personas whose landed patches it collided with; empty where the change came from outside.</param>
public sealed record ReportedConflict(
    string Persona, int Attempt, IReadOnlyList<string> Kinds, IReadOnlyList<string> Paths, IReadOnlyList<string> Counterparts)
{
    internal static ReportedConflict Of(PatchConflicted conflict) => new(
        $"{conflict.Session.Persona}",
        conflict.Session.Attempt,
        conflict.Kinds,
        conflict.Paths,
        [.. conflict.Counterparts.Select(counterpart => counterpart.Persona).OfType<PersonaId>().Select(id => $"{id}").Distinct()]);
}
