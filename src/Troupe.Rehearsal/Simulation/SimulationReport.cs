namespace Troupe.Rehearsal.Simulation;

/// <summary>What many simulated sprints came to, as <c>troupe simulate --json</c> prints it. The same seed gives the same report.</summary>
public sealed record SimulationReport
{
    public int SchemaVersion { get; init; } = 1;

    public required int Sprints { get; init; }

    public required int Personas { get; init; }

    public required double ConflictRate { get; init; }

    public required long Seed { get; init; }

    public required Spread Ticks { get; init; }

    /// <summary>The share of all personas that landed.</summary>
    public required double LandedShare { get; init; }

    /// <summary>The share of sprints in which every persona landed.</summary>
    public required double AllLandedShare { get; init; }

    /// <summary>The share of first attempts that did not land, as it came out.</summary>
    public required double FirstAttemptsLost { get; init; }

    /// <summary>Sessions that were to redo a patch which had not landed, per sprint.</summary>
    public required double Reworks { get; init; }

    public required long Events { get; init; }

    /// <exception cref="BrokenInvariantException">A sprint did what must never happen; the message names its seed.</exception>
    public static SimulationReport Of(SimulationOptions options, CancellationToken cancellationToken)
    {
        var sprints = new SimulatedSprint[options.Sprints];
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            Parallel.For(0, options.Sprints, parallel, i => sprints[i] = SimulatedSprint.Run(options, options.Seed + i));
        }
        catch (AggregateException failures)
        {
            throw failures.Flatten().InnerExceptions.OfType<BrokenInvariantException>().MinBy(failure => failure.Message) ?? failures.InnerExceptions[0];
        }

        double attempts = Math.Max(1, (long)options.Sprints * options.Personas);
        return new SimulationReport
        {
            Sprints = options.Sprints,
            Personas = options.Personas,
            ConflictRate = options.ConflictRate,
            Seed = options.Seed,
            Ticks = Spread.Of(sprints.Select(sprint => sprint.Report.Ticks)),
            LandedShare = Rounded(sprints.Sum(sprint => sprint.Report.Landed.Count) / attempts),
            AllLandedShare = Rounded(sprints.Count(sprint => sprint.Report.Landed.Count == options.Personas) / (double)Math.Max(1, options.Sprints)),
            FirstAttemptsLost = Rounded(sprints.Sum(sprint => sprint.FirstAttemptsLost) / attempts),
            Reworks = Rounded(sprints.Sum(sprint => sprint.Report.Reworks) / (double)Math.Max(1, options.Sprints)),
            Events = sprints.Sum(sprint => (long)sprint.Events),
        };
    }

    private static double Rounded(double share) => Math.Round(share, 4);
}
