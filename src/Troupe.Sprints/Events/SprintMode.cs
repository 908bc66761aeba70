using System.Text.Json.Serialization;

namespace Troupe.Sprints;

/// <summary>How a sprint runs its personas. Persisted by name.</summary>
public enum SprintMode
{
    /// <summary>One persona at a time, each from what the one before it landed.</summary>
    [JsonStringEnumMemberName("sequential")]
    Sequential,

    /// <summary>All personas from one base at once, woven together.</summary>
    [JsonStringEnumMemberName("parallel")]
    Parallel,
}
