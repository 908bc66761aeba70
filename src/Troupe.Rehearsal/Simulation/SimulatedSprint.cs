using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>One sprint of a simulation.</summary>
public sealed record SimulatedSprint
{
    public required long Seed { get; init; }

    public required SprintReport Report { get; init; }

    /// <summary>The same for two runs that recorded the same bytes.</summary>
    public required string LogDigest { get; init; }

    public required int Events { get; init; }

    /// <summary>How many first attempts did not land.</summary>
    public required int FirstAttemptsLost { get; init; }

    /// <exception cref="BrokenInvariantException">The engine's decisions did what must never happen; the message names the seed.</exception>
    public static SimulatedSprint Run(SimulationOptions options, long seed)
    {
        try
        {
            return Play(options, seed);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new BrokenInvariantException($"seed {seed}: {failure.Message}", failure);
        }
    }

    private static SimulatedSprint Play(SimulationOptions options, long seed)
    {
        var dice = new Dice(seed);
        IReadOnlyList<PersonaId> roster = [.. Enumerable.Range(1, options.Personas).Select(i => PersonaId.Parse($"persona-{i}"))];
        var world = new FakeWorld(dice, options.Faults, roster, options.ConflictRate);
        var log = new SimulatedLog();
        log.Append(new SprintStarted
        {
            Sprint = 1, At = world.Now, Mode = options.Mode, Reason = "simulated",
            Base = world.Repository.Base, BaseTree = world.Repository.TreeOf(world.Repository.Base),
            Branch = "troupe/sprint-1", Target = "main", Land = LandingPlace.Branch, Personas = roster, Limits = options.Limits,
        });
        var state = new SimulatedEngine(world, dice, options.Faults, log, new InvariantWatch(world)).Run();
        return new SimulatedSprint
        {
            Seed = seed,
            Report = SprintReport.Of(state, world.Now),
            LogDigest = log.Digest,
            Events = log.Count,
            FirstAttemptsLost = state.Outcomes.Count(outcome => outcome.Session.Attempt == 1 && outcome.Outcome != nameof(PatchOutcome.Landed)),
        };
    }
}
