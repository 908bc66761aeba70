using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>
/// The engine's loop over the fake world: observe, decide, record, act, record. It dies now and then, and begins anew with
/// nothing but the log.
/// </summary>
internal sealed class SimulatedEngine(FakeWorld world, Dice dice, FaultRates faults, SimulatedLog log, InvariantWatch watch)
{
    // Enough of everything that can happen between two crashes, so that a sprint gets on.
    private const int MostCrashes = 20;
    private const int MostSteps = 20_000;

    private readonly Performing _performing = new(world);
    private readonly LeadOrders _lead = new(dice, faults);
    private IReadOnlyDictionary<SessionId, SessionSight> _lastSeen = new Dictionary<SessionId, SessionSight>();
    private SprintState _state = log.Fold();
    private int _occasions;
    private int _crashes;

    public SprintState Run()
    {
        for (var step = 0; _state.Ended is null; step++)
        {
            if (step > MostSteps)
            {
                throw new BrokenInvariantException($"The sprint does not end: {step} steps, {log.Count} events.");
            }

            try
            {
                Step(step);
            }
            catch (SimulatedCrash)
            {
                var folded = log.Fold();
                watch.CheckFold(_state, folded);
                _state = folded;
            }
        }

        watch.CheckEnd(_state);
        return _state;
    }

    private void Step(int step)
    {
        foreach (var order in _lead.At(_state, step, world.Now))
        {
            Record(order);
        }

        var commands = SprintDecision.Decide(_state, Observe(step));
        foreach (var command in commands)
        {
            if (Hear($"{step} {command.Key}") && command is EndSprint)
            {
                break;
            }

            foreach (var intended in command.Intent)
            {
                Record(intended);
            }

            CrashPerhaps();
            var happened = Act(command);
            CrashPerhaps();
            foreach (var outcome in happened)
            {
                Record(outcome);
            }
        }

        if (commands.Count == 0 && _state.Ended is null && !world.Advance(Waking.Next(_state, world.Now)))
        {
            throw new BrokenInvariantException("The sprint is wedged: nothing to do, and nothing that could change that.");
        }
    }

    /// <summary>Takes in what the lead answers meanwhile. The engine looks once more before it ends a sprint.</summary>
    private bool Hear(string moment)
    {
        var answers = _lead.Answers(_state, moment, world.Now).ToList();
        answers.ForEach(Record);
        return answers.Count > 0;
    }

    /// <summary>What is seen may be older than what is true, as long as time passes before anybody relies on it.</summary>
    private Observation Observe(int step)
    {
        var late = dice.Chance($"late {step}", faults.LateObservation);
        _lastSeen = late ? _lastSeen : world.Agents.Look(world.Now);
        return new Observation { Now = world.Now, Sessions = _lastSeen, BranchHead = world.Repository.Branch, Unread = world.Post.Unread() };
    }

    private IReadOnlyList<SprintEvent> Act(SprintCommand command)
    {
        if (command is Note)
        {
            return [];
        }

        var attempt = $"{command.Key} {_state.Failures.GetValueOrDefault(command.Key)?.Count}";
        var fails = dice.Chance($"{attempt} fails", faults.CommandFailure);
        if (fails)
        {
            return [Failed(command, "simulated")];
        }

        try
        {
            var happened = _performing.Perform(_state, command);
            return dice.Chance($"{attempt} answer is lost", faults.LostAnswer) ? [Failed(command, "simulated: the answer is lost")] : happened;
        }
        catch (TroupeException refusal)
        {
            return [Failed(command, refusal.Message)];
        }
    }

    private CommandFailed Failed(SprintCommand command, string error) =>
        new() { Sprint = _state.Number, At = world.Now, Command = command.Name, Key = command.Key, Error = error };

    private void Record(SprintEvent happened)
    {
        var read = log.Append(happened);
        var before = _state;
        _state = SprintEvolution.Evolve(before, read);
        watch.Check(before, read, _state);
        CrashPerhaps();
    }

    private void CrashPerhaps()
    {
        if (_crashes < MostCrashes && dice.Chance($"crash {_occasions++}", faults.Crash))
        {
            _crashes++;
            throw new SimulatedCrash();
        }
    }
}
