using System.Diagnostics.CodeAnalysis;
using Troupe.Core;

namespace Troupe.Personas;

/// <summary>The personas of one repository, in the order of their ids.</summary>
public sealed class Roster
{
    /// <summary>The group that everybody is in.</summary>
    public const string Everybody = "all";

    private readonly SortedDictionary<PersonaId, Persona> _byId;

    public Roster(IEnumerable<Persona> personas)
    {
        _byId = new SortedDictionary<PersonaId, Persona>(personas.ToDictionary(persona => persona.Id));
        Groups = _byId.Values
            .SelectMany(persona => persona.Groups.Distinct(StringComparer.Ordinal).Append(Everybody), (persona, group) => (group, persona.Id))
            .GroupBy(member => member.group, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<PersonaId> (group) => [.. group.Select(member => member.Id)], StringComparer.Ordinal);
    }

    public IReadOnlyCollection<Persona> Personas => _byId.Values;

    /// <summary>Group names with their members; <see cref="Everybody"/> among them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PersonaId>> Groups { get; }

    /// <summary>Those that a sprint runs.</summary>
    public IEnumerable<Persona> Scheduled => Personas.Where(persona => persona.Kind == PersonaKind.Ai && persona.IsScheduled);

    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.InvalidSettings"/>: one line per mistake, <c>FILE:LINE: what is wrong, did you mean 'x'?</c>.
    /// </exception>
    public static Roster Load(TeamHome home)
    {
        var (roster, problems) = Inspect(home);
        return problems.Count == 0
            ? roster
            : throw new TroupeException(ErrorCode.InvalidSettings, string.Join('\n', problems));
    }

    /// <summary>What can be read, and all that is wrong.</summary>
    public static (Roster Roster, IReadOnlyList<RosterProblem> Problems) Inspect(TeamHome home)
    {
        List<RosterProblem> problems = [];
        var roster = new Roster(PersonaFolders.Read(home, problems));
        RosterRules.Check(roster, problems);
        return (roster, [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }

    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: there is no such persona.</exception>
    public Persona Get(string id) => PersonaId.TryParse(id, out var persona) && TryGet(persona, out var found)
        ? found
        : throw new TroupeException(
            ErrorCode.NotFound,
            $"There is no persona '{Printable.Escape(id)}'{Suggestion.Hint(id, _byId.Keys.Select(known => known.Value))} "
            + "'troupe persona list' shows who there is.");

    public bool TryGet(PersonaId id, [NotNullWhen(true)] out Persona? persona) => _byId.TryGetValue(id, out persona);
}
