namespace Troupe.Rehearsal.Simulation;

/// <summary>How a session goes.</summary>
internal enum SessionFate
{
    Succeeds,
    ChangesNothing,
    Fails,

    /// <summary>Its supervisor ends it when its time is up.</summary>
    TimesOut,

    /// <summary>It goes on until somebody cancels it.</summary>
    Hangs,

    /// <summary>It goes on for ever, cancelled or not.</summary>
    IsDeaf,

    Stalls,
    IsLost,
}
