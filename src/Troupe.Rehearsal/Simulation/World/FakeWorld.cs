using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>Everything outside the engine: it goes on while the engine is dead.</summary>
internal sealed class FakeWorld
{
    private readonly Dice _dice;
    private readonly FaultRates _faults;
    private readonly IReadOnlyList<PersonaId> _roster;

    public FakeWorld(Dice dice, FaultRates faults, IReadOnlyList<PersonaId> roster, double conflictRate)
    {
        _dice = dice;
        _faults = faults;
        _roster = roster;
        Repository = new FakeRepository($"{dice.Seed}");
        var affinities = new Affinities(dice, roster, conflictRate);
        Agents = new FakeAgents(dice, faults, affinities, Repository);
        Weaver = new FakeWeaver(dice, Repository, affinities);
    }

    public DateTimeOffset Now { get; private set; } = DateTimeOffset.UnixEpoch.AddYears(56);

    public FakeRepository Repository { get; }

    public FakeAgents Agents { get; }

    public FakeWeaver Weaver { get; }

    public FakePost Post { get; } = new();

    /// <summary>Time goes on to the next moment at which anything can change, at most to <paramref name="deadline"/>.</summary>
    /// <returns>Whether there is such a moment.</returns>
    public bool Advance(DateTimeOffset? deadline)
    {
        DateTimeOffset?[] moments = [deadline, Agents.NextChange(Now)];
        if (moments.Min() is not { } next)
        {
            return false;
        }

        Now = next;
        foreach (var session in Agents.Sessions.Where(session => session.StateAt(Now) == SessionState.Completed))
        {
            Write(session.Id, "direct");
        }

        return true;
    }

    /// <summary>What a session wrote to others, some of it by itself, some in its outbox; each message once.</summary>
    public void Write(SessionId session, string way)
    {
        if (_dice.Chance($"{session} writes {way}", _faults.Mail / 2))
        {
            Post.Send($"{way}:{session}", _roster[_dice.Pick($"{session} {way} to", _roster.Count)], session.Persona, "note");
        }
    }
}
