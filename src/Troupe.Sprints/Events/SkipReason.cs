using System.Text.Json.Serialization;

namespace Troupe.Sprints;

/// <summary>Why a persona was skipped. Persisted by name.</summary>
public enum SkipReason
{
    /// <summary>It failed as often as it may.</summary>
    [JsonStringEnumMemberName("attempts")]
    Attempts,

    /// <summary>It ran as often as it may.</summary>
    [JsonStringEnumMemberName("runs")]
    Runs,

    /// <summary>It handed in the same thing, or failed in the same way, twice.</summary>
    [JsonStringEnumMemberName("no-progress")]
    NoProgress,

    /// <summary>Asked to redo its change, it changed nothing.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,

    /// <summary>A human has to agree to its patch first.</summary>
    [JsonStringEnumMemberName("held")]
    Held,

    /// <summary>Its session was cancelled from outside.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>The lead said so.</summary>
    [JsonStringEnumMemberName("lead")]
    Lead,
}
