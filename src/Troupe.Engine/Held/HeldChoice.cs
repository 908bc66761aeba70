using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>One held patch with the sprint that it belongs to.</summary>
public sealed record HeldChoice(SprintState Sprint, HeldPatch Held)
{
    /// <summary>So many digits at least name a patch.</summary>
    public const int ShortestId = 6;

    public HeldStanding Standing => Held.StandingIn(Sprint);

    /// <summary>Whether its sprint will do something about an answer.</summary>
    public bool SprintGoesOn => Sprint is { Ended: null, IsAborting: false };

    /// <summary>Every patch that was ever held, oldest first.</summary>
    public static IEnumerable<HeldChoice> All(SprintLedger ledger) =>
        ledger.Sprints.Values.SelectMany(sprint => sprint.Held.Select(held => new HeldChoice(sprint, held)));

    /// <param name="name">A patch id, the beginning of one, or the session that made it.</param>
    /// <returns>The latest one of that name; null: there is none.</returns>
    public static HeldChoice? TryFind(SprintLedger ledger, string name) => All(ledger).LastOrDefault(choice => choice.IsNamed(name));

    /// <exception cref="TroupeException">No held patch has that name, or several have.</exception>
    public static HeldChoice Find(SprintLedger ledger, string name)
    {
        var all = All(ledger).ToList();
        var named = all.Where(choice => choice.IsNamed(name)).ToList();
        if (named.Count == 0)
        {
            var open = all.Where(choice => choice.Standing == HeldStanding.Waiting).ToList();
            var known = open.SelectMany(choice => new[] { choice.Held.Patch.Value, choice.Held.Patch.Value[..HeldReport.ShortId], $"{choice.Held.Event.Session}" });
            throw new TroupeException(ErrorCode.NotFound, Absence(ledger, name) + Suggestion.Hint(name, known));
        }

        return named.Select(choice => choice.Held.Patch).Distinct().Count() == 1
            ? named[^1]
            : throw new TroupeException(
                ErrorCode.InvalidArgument,
                $"Several held patches begin with '{Printable.Escape(name)}': give more digits; 'troupe weave held --all' lists them.");
    }

    private bool IsNamed(string name) => $"{Held.Event.Session}" == name
        || (name.Length >= ShortestId && Held.Patch.Value.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static string Absence(SprintLedger ledger, string name)
    {
        var other = name.Length < ShortestId ? null : ledger.Sprints.Values
            .SelectMany(sprint => sprint.Outcomes)
            .LastOrDefault(outcome => outcome.Patch?.Value.StartsWith(name, StringComparison.OrdinalIgnoreCase) == true);
        return other is null
            ? $"No held patch is called '{Printable.Escape(name)}': 'troupe weave held' lists those that wait."
            : $"The patch '{Printable.Escape(name)}' of {other.Session.Persona} is not held: it is {other.Outcome}.";
    }
}
