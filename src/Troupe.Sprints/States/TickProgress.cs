namespace Troupe.Sprints;

/// <summary>What happened so far in the current tick.</summary>
/// <param name="Number">0 before the first.</param>
/// <param name="IsOpen">Whether it has begun and not ended.</param>
/// <param name="HasWeave">Whether a weave was started in it.</param>
/// <param name="HasSession">Whether a session was requested in it.</param>
public sealed record TickProgress(int Number, bool IsOpen, bool HasWeave, bool HasSession)
{
    public static TickProgress None { get; } = new(0, IsOpen: false, HasWeave: false, HasSession: false);

    /// <summary>Whether it did something: looking without finding anything is no tick.</summary>
    public bool Counts => HasWeave || HasSession;
}
