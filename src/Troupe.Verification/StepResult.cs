namespace Troupe.Verification;

/// <summary>How one step ended.</summary>
public sealed record StepResult
{
    public required string Name { get; init; }

    public required bool Passed { get; init; }

    /// <summary>Null: it could not be started, or was ended because its time was up.</summary>
    public int? ExitCode { get; init; }

    public bool TimedOut { get; init; }

    /// <summary>Why it did not pass, in words; null: it did.</summary>
    public string? Reason { get; init; }

    /// <summary>What it printed, both streams as they came.</summary>
    public required string LogFile { get; init; }

    /// <summary>The last lines of that, not yet escaped for printing.</summary>
    public required string Tail { get; init; }

    public required TimeSpan Elapsed { get; init; }
}
