namespace Troupe.Core;

/// <summary>What became of a patch in a weave. A closed set, persisted by name; names are never changed.</summary>
public enum PatchOutcome
{
    /// <summary>It is part of the proven tree.</summary>
    Landed,

    /// <summary>It does not merge with what had landed before it.</summary>
    Conflicted,

    /// <summary>It merges, but what came out does not pass verification.</summary>
    Rejected,

    /// <summary>The tip already has all of it.</summary>
    Redundant,

    /// <summary>It cannot be read, or holds what no patch may hold.</summary>
    Malformed,

    /// <summary>It does not apply to the base that it claims.</summary>
    Stale,

    /// <summary>A human has to agree first.</summary>
    Held,
}
