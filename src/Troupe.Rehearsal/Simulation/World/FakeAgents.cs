using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>The agents: they know a session by its id, so that asking for it twice makes it once.</summary>
internal sealed class FakeAgents(Dice dice, FaultRates faults, Affinities affinities, FakeRepository repository)
{
    private readonly Dictionary<SessionId, FakeSession> _sessions = [];

    public IReadOnlyCollection<FakeSession> Sessions => _sessions.Values;

    public void Start(StartSession request, DateTimeOffset now)
    {
        if (_sessions.ContainsKey(request.Session))
        {
            return;
        }

        var fate = Fate(request.Session);
        var runsFrom = now + TimeSpan.FromSeconds(dice.Pick($"{request.Session} queues", 30));
        var length = fate == SessionFate.TimesOut
            ? request.Timeout
            : TimeSpan.FromSeconds(60 + dice.Pick($"{request.Session} takes", 3000));
        _sessions[request.Session] = new FakeSession
        {
            Id = request.Session,
            Base = request.Base,
            Fate = fate,
            RunsFrom = runsFrom,
            EndsAt = runsFrom + length,
            Delivery = Delivery(request, fate),
        };
    }

    public void Cancel(SessionId session, DateTimeOffset now)
    {
        if (_sessions.TryGetValue(session, out var known))
        {
            _sessions[session] = known with { CancelledAt = known.CancelledAt ?? now };
        }
    }

    /// <returns>Null: it is over, or was never begun. Else what stands in the way.</returns>
    public string? End(SessionId session, DateTimeOffset now)
    {
        if (!_sessions.TryGetValue(session, out var known) || known.HasEndedAt(now))
        {
            return null;
        }

        if (known.Fate == SessionFate.NeverCloses)
        {
            return "its host holds on to it";
        }

        _sessions[session] = known with { IsKilled = true };
        return null;
    }

    /// <exception cref="TroupeException">It has not ended, as a real agent says it.</exception>
    public FakeDelivery Collect(SessionId session, DateTimeOffset now)
    {
        if (!_sessions.TryGetValue(session, out var known))
        {
            return new FakeDelivery(null, null);
        }

        if (!known.HasEndedAt(now))
        {
            throw new TroupeException(ErrorCode.Agent, $"Session {session} has not ended: there is nothing to collect yet.");
        }

        return known.Delivery is not null && dice.Chance($"{session} cannot be recorded", faults.PatchTrouble / 4)
            ? new FakeDelivery(null, "simulated: the checkout cannot be read")
            : new FakeDelivery(known.Delivery, null);
    }

    public Dictionary<SessionId, SessionSight> Look(DateTimeOffset now) => _sessions.Values.ToDictionary(
        session => session.Id,
        session => new SessionSight(session.StateAt(now), session.Fate == SessionFate.Fails ? FailureDigest(session.Id) : null));

    /// <summary>When the next session changes by itself.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now) => _sessions.Values
        .SelectMany(session => new[] { session.RunsFrom, session.EndsAt })
        .Where(moment => moment > now)
        .Select(moment => (DateTimeOffset?)moment)
        .Min();

    private SessionFate Fate(SessionId session)
    {
        if (session.Attempt == 1 && affinities.FirstSessionFails(session.Persona))
        {
            return SessionFate.Fails;
        }

        return dice.Chance($"{session} has trouble", faults.SessionTrouble)
            ? (SessionFate)(1 + dice.Pick($"{session} fate", (int)SessionFate.IsLost))
            : SessionFate.Succeeds;
    }

    /// <summary>Most failures differ from run to run; some are the same again.</summary>
    private string FailureDigest(SessionId session) => dice.Chance($"{session.Persona} always fails alike", 0.3)
        ? Invented.Digest($"{session.Persona} fails")
        : Invented.Digest($"{session} fails");

    private FakePatch? Delivery(StartSession request, SessionFate fate)
    {
        var leavesNothing = fate == SessionFate.ChangesNothing || fate != SessionFate.Succeeds && dice.Chance($"{request.Session} leaves nothing", 0.5);
        if (leavesNothing)
        {
            return null;
        }

        var before = _sessions.GetValueOrDefault(request.Session with { Attempt = Math.Max(1, request.Session.Attempt - 1) });
        if (before?.Delivery is { } same && dice.Chance($"{request.Session} is stubborn", faults.PatchTrouble))
        {
            return same;
        }

        var tree = Invented.Tree($"{request.Base} {request.Session}");
        var patch = new FakePatch(
            PatchId.Of(request.Base, tree),
            Invented.Commit($"patch {request.Base} {tree}"),
            request.Session.Persona,
            repository.HeldBy(request.Base),
            Trouble(request.Session),
            dice.Chance($"{request.Session} is red", faults.RedVerification));
        repository.Patches[patch.Id] = patch;
        return patch;
    }

    private PatchOutcome? Trouble(SessionId session)
    {
        PatchOutcome[] kinds = [PatchOutcome.Malformed, PatchOutcome.Stale, PatchOutcome.Held, PatchOutcome.Redundant];
        return dice.Chance($"{session} patch has trouble", faults.PatchTrouble)
            ? kinds[dice.Pick($"{session} patch", kinds.Length)]
            : null;
    }
}
