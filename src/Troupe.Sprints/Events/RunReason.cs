using System.Text.Json.Serialization;

namespace Troupe.Sprints;

/// <summary>Why a persona runs. Persisted by name.</summary>
public enum RunReason
{
    /// <summary>Its turn in the sprint.</summary>
    [JsonStringEnumMemberName("first")]
    First,

    /// <summary>Its patch did not fit.</summary>
    [JsonStringEnumMemberName("conflict")]
    Conflict,

    /// <summary>Its patch did not pass verification by itself.</summary>
    [JsonStringEnumMemberName("rejection")]
    Rejection,

    /// <summary>Its patch could not be read, or was not made on the base it had been given.</summary>
    [JsonStringEnumMemberName("malformed")]
    Malformed,

    /// <summary>Its session failed, ran out of time or was lost.</summary>
    [JsonStringEnumMemberName("failure")]
    Failure,

    /// <summary>Somebody wrote to it.</summary>
    [JsonStringEnumMemberName("mail")]
    Mail,

    /// <summary>The lead asked for another run.</summary>
    [JsonStringEnumMemberName("retry")]
    Retry,
}
