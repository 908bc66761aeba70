using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>No session twice, no more at once than there are places, no rivals beside one another, and every session is over at the end.</summary>
internal sealed class RunBooks(FakeWorld world)
{
    private readonly HashSet<SessionId> _requested = [];
    private readonly HashSet<SessionId> _open = [];
    private readonly Dictionary<PersonaId, int> _inThisTick = [];

    public void Check(SprintState before, SprintEvent happened)
    {
        switch (happened)
        {
            case SessionRequested e:
                Request(before, e);
                break;
            case SessionEnded e:
                InvariantWatch.Require(_open.Remove(e.Session), $"{e.Session} ended twice");
                break;
            case TickStarted:
                InvariantWatch.Require(_open.Count == 0, "a tick began while sessions of the one before it ran");
                _inThisTick.Clear();
                break;
        }
    }

    public void CheckEnd(SprintState state)
    {
        InvariantWatch.Require(_open.Count == 0, "the sprint ended with sessions that run");
        InvariantWatch.Require(world.Agents.Sessions.All(session => _requested.Contains(session.Id)), "a session runs that nobody asked for");
        var beyond = state.Roster.FirstOrDefault(persona => persona.Runs - persona.Forgiven > state.Limits.MaxRuns);
        InvariantWatch.Require(beyond is null, $"{beyond?.Id} ran more often than it may");
    }

    private void Request(SprintState before, SessionRequested request)
    {
        var persona = before.Personas[request.Session.Persona];
        InvariantWatch.Require(_requested.Add(request.Session), $"{request.Session} was requested twice");
        InvariantWatch.Require(_open.All(other => other.Persona != persona.Id), $"{persona.Id} runs twice at once");
        _open.Add(request.Session);
        InvariantWatch.Require(
            before.Limits.MaxParallel == 0 || _open.Count <= before.Limits.MaxParallel, "more sessions run than there are places");
        InvariantWatch.Require(
            before.Mode == SprintMode.Parallel || _inThisTick.Count == 0, "two personas run in one tick of a sequential sprint");
        InvariantWatch.Require(
            persona.Setback?.Rivals.Any(_inThisTick.ContainsKey) != true, $"{persona.Id} runs beside a rival");
        InvariantWatch.Require(request.Base == before.Tip, $"{request.Session} does not start from the tip");
        _inThisTick[persona.Id] = request.Session.Attempt;
    }
}
