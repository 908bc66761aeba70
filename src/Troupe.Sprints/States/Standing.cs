namespace Troupe.Sprints;

/// <summary>Where a persona stands in a sprint.</summary>
public enum Standing
{
    /// <summary>It has not run yet.</summary>
    Unstarted,

    /// <summary>It is to run in this tick, as soon as there is a place.</summary>
    Due,

    /// <summary>Its session goes on.</summary>
    Running,

    /// <summary>Its session is over; what it delivered is not safe yet.</summary>
    Ended,

    /// <summary>Its patch waits for a weave, or is in one.</summary>
    Captured,

    /// <summary>Its run did not land; whether it runs again is not decided yet, or its turn has not come.</summary>
    SetBack,

    /// <summary>It has nothing left to do, unless somebody writes to it.</summary>
    Done,

    /// <summary>It does not run again.</summary>
    Skipped,
}
