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

    /// <summary>It goes on, cancelled or not, until it is ended by force.</summary>
    IsDeaf,

    /// <summary>Its host never closes it, and not even force gets at what it made.</summary>
    NeverCloses,

    Stalls,
    IsLost,
}
