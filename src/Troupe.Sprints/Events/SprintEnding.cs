using System.Text.Json.Serialization;

namespace Troupe.Sprints;

/// <summary>How a sprint ended. Persisted by name.</summary>
public enum SprintEnding
{
    [JsonStringEnumMemberName("completed")]
    Completed,

    [JsonStringEnumMemberName("aborted")]
    Aborted,
}
