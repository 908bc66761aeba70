namespace Troupe.Rehearsal.Simulation;

/// <summary>How often things go wrong, each as a probability per occasion.</summary>
public sealed record FaultRates
{
    public static FaultRates None { get; } = new();

    /// <summary>A world in which everything that can happen does happen.</summary>
    public static FaultRates Storm { get; } = new()
    {
        Crash = 0.02,
        LostAnswer = 0.02,
        CommandFailure = 0.03,
        LateObservation = 0.2,
        SessionTrouble = 0.08,
        PatchTrouble = 0.06,
        RedVerification = 0.02,
        Mail = 0.1,
        LeadOrder = 0.15,
        HeldAnswer = 0.1,
    };

    /// <summary>The engine dies: before an action, after it, or after any recorded event.</summary>
    public double Crash { get; init; }

    /// <summary>An action took place, but its answer was lost.</summary>
    public double LostAnswer { get; init; }

    /// <summary>An action did not take place.</summary>
    public double CommandFailure { get; init; }

    /// <summary>What is seen of the sessions is older than what is true.</summary>
    public double LateObservation { get; init; }

    /// <summary>A session fails, hangs, runs out of time, stalls, is lost, or changes nothing.</summary>
    public double SessionTrouble { get; init; }

    /// <summary>A patch is malformed, stale, held, redundant, or the same as before.</summary>
    public double PatchTrouble { get; init; }

    /// <summary>A patch breaks the verify commands.</summary>
    public double RedVerification { get; init; }

    /// <summary>A session writes to another persona.</summary>
    public double Mail { get; init; }

    /// <summary>In a sprint the lead skips a persona, lets one try again, or aborts.</summary>
    public double LeadOrder { get; init; }

    /// <summary>At a step the lead agrees to a held patch, or rejects it.</summary>
    public double HeldAnswer { get; init; }
}
