using Troupe.Core;

namespace Troupe.Rehearsal.Simulation;

/// <summary>
/// Whose changes collide with whose, for one sprint. Of the first attempts a share of exactly the conflict rate, on
/// average, loses: half of the losers to the owner of a hot file (and mostly to one another, too), most others to one
/// persona anywhere, some to two at once that they would fit with one by one, and a few because their session fails.
/// </summary>
internal sealed class Affinities
{
    private const int HotFiles = 3;
    private const double HotShare = 0.5;
    private const double PairShare = 0.3;
    private const double TripleShare = 0.1;
    private const double LosersOfOneFileCollide = 0.8;
    private const double LosersCollideAnyhow = 0.03;

    private readonly Dice _dice;
    private readonly HashSet<(PersonaId, PersonaId)> _pairs = [];
    private readonly HashSet<(PersonaId One, PersonaId Other, PersonaId Loser)> _triples = [];
    private readonly HashSet<PersonaId> _failing = [];
    private readonly Dictionary<PersonaId, string> _paths = [];

    public Affinities(Dice dice, IReadOnlyList<PersonaId> roster, double conflictRate)
    {
        _dice = dice;

        // The first in the order of the weave cannot lose, so the others lose a little more often.
        var rate = Math.Min(1, conflictRate * roster.Count / Math.Max(1, roster.Count - 1));
        var losers = roster.Skip(1).Where(id => dice.Chance($"loses {id}", rate)).ToList();
        foreach (var loser in losers)
        {
            var winners = roster.TakeWhile(id => id != loser).Except(losers).ToList();
            Lose(loser, winners);
        }

        foreach (var (one, other) in losers.SelectMany((one, i) => losers.Skip(i + 1).Select(other => (one, other))))
        {
            var sameFile = Path(one) == Path(other) && Path(one).StartsWith("hot", StringComparison.Ordinal);
            if (dice.Chance($"losers {one} {other}", sameFile ? LosersOfOneFileCollide : LosersCollideAnyhow))
            {
                _pairs.Add((one, other));
            }
        }
    }

    public bool FirstSessionFails(PersonaId persona) => _failing.Contains(persona);

    public bool Collide(PersonaId one, PersonaId other) => _pairs.Contains((one, other)) || _pairs.Contains((other, one));

    /// <summary>The two that a persona's change does not fit with together.</summary>
    public IEnumerable<(PersonaId One, PersonaId Other)> JointlyAgainst(PersonaId loser) =>
        _triples.Where(triple => triple.Loser == loser).Select(triple => (triple.One, triple.Other));

    /// <summary>The file that a persona's conflicts are in.</summary>
    public string Path(PersonaId persona) => _paths.GetValueOrDefault(persona, $"src/{persona}.txt");

    private void Lose(PersonaId loser, List<PersonaId> winners)
    {
        var kind = _dice.Throw($"how {loser} loses");
        if (kind < HotShare)
        {
            // The owner of a hot file is among those whom everybody after it can lose to.
            var file = _dice.Pick($"hot file of {loser}", HotFiles);
            _paths[loser] = $"hot-{file}.md";
            _pairs.Add((winners[file % winners.Count], loser));
        }
        else if (kind < HotShare + PairShare || winners.Count < 2 && kind < HotShare + PairShare + TripleShare)
        {
            _pairs.Add((winners[_dice.Pick($"whom {loser} loses to", winners.Count)], loser));
        }
        else if (kind < HotShare + PairShare + TripleShare)
        {
            var first = _dice.Pick($"first of {loser}", winners.Count - 1);
            _triples.Add((winners[first], winners[^1], loser));
        }
        else
        {
            _failing.Add(loser);
        }
    }
}
