namespace Troupe.EventLog;

/// <summary>The outcome of an append: <see cref="Appended"/> or <see cref="Moved"/>.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>Every record of the batch is in the log and durable.</summary>
    /// <param name="Records">One outcome per record of the batch, in its order.</param>
    /// <param name="End">The end of the log right after this append.</param>
    public sealed record Appended(IReadOnlyList<AppendOutcome> Records, Position End) : AppendResult;

    /// <summary>The log did not end where the caller expected; nothing was written. Read what is new and decide again.</summary>
    /// <param name="End">Where it ends.</param>
    public sealed record Moved(Position End) : AppendResult;
}
