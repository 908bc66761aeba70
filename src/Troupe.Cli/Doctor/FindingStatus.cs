namespace Troupe.Cli.Doctor;

/// <summary>How much a finding matters.</summary>
internal enum FindingStatus
{
    Ok,

    /// <summary>Sprints run, and something may surprise.</summary>
    Warning,

    /// <summary>Sprints do not run.</summary>
    Problem,
}
