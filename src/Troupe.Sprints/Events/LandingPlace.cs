using System.Text.Json.Serialization;

namespace Troupe.Sprints;

/// <summary>Where a sprint's work ends up. Persisted by name.</summary>
public enum LandingPlace
{
    /// <summary>On the sprint's own branch only.</summary>
    [JsonStringEnumMemberName("branch")]
    Branch,

    /// <summary>The target is moved forward to the branch's head at the end, if it can be.</summary>
    [JsonStringEnumMemberName("target")]
    Target,
}
