using System.Text.Json.Serialization;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>One attempt that conflicted.</summary>
/// <param name="Counterparts">The personas whose landed patches it collided with; empty where the change came from outside.</param>
public sealed record ReportedConflict(
    string Persona, int Attempt, IReadOnlyList<string> Kinds, IReadOnlyList<string> Paths, IReadOnlyList<string> Counterparts)
{
    private const int PathsInWords = 3;

    /// <summary>Such as <c>conflict (content) with sapper in src/a.cs</c>.</summary>
    [JsonIgnore]
    public string InWords =>
        $"conflict ({string.Join(", ", Kinds)}){(Counterparts.Count > 0 ? " with " + string.Join(" and ", Counterparts) : "")} in {string.Join(", ", Paths.Take(PathsInWords))}{(Paths.Count > PathsInWords ? $" and {Paths.Count - PathsInWords} more" : "")}";

    public static ReportedConflict Of(PatchConflicted conflict) => new(
        $"{conflict.Session.Persona}",
        conflict.Session.Attempt,
        conflict.Kinds,
        conflict.Paths,
        [.. conflict.Counterparts.Select(counterpart => counterpart.Persona).OfType<PersonaId>().Select(id => $"{id}").Distinct()]);
}
