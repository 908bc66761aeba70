using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What its agent says of a session.</summary>
/// <param name="Failure">For a failure: a digest that is the same when the same thing goes wrong again.</param>
/// <param name="Detail">In words.</param>
public sealed record SessionSight(SessionState State, string? Failure = null, string? Detail = null);
