namespace Troupe.Sprints;

/// <summary>What the reasons of runs have in common.</summary>
public static class RunReasons
{
    /// <summary>Whether such a run is to redo a patch that was handed in and did not land.</summary>
    public static bool IsRework(this RunReason reason) => reason is RunReason.Conflict or RunReason.Rejection or RunReason.Malformed;
}
