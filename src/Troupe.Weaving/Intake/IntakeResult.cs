using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What became of one patch at the door.</summary>
internal abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <summary>It is a change from one tree to another, and its objects can be seen.</summary>
    public sealed record Taken(TakenPatch Patch) : IntakeResult;

    /// <summary>It goes back at once.</summary>
    public sealed record Refused(PatchOutcome Outcome, string Reason) : IntakeResult
    {
        /// <summary>What it changes, as far as that is known by then.</summary>
        public IReadOnlyList<string> Paths { get; init; } = [];

        /// <summary>What stands in its way, where that is a conflict of a kind of its own.</summary>
        public IReadOnlyList<Conflict> Conflicts { get; init; } = [];
    }
}
