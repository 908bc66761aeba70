namespace Troupe.Processes;

/// <summary>How a run came to its end.</summary>
public enum ProgramEnding
{
    /// <summary>By itself; the exit code says the rest (128 + n: killed by signal n).</summary>
    Exited,

    /// <summary>Its time was up; it and all that it started were ended.</summary>
    TimedOut,
}
