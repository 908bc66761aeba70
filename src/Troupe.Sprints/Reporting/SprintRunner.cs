using System.Text.Json.Serialization;

namespace Troupe.Sprints;

/// <summary>The process that runs a sprint now.</summary>
/// <param name="Process">Its id on this machine; 0: it has not said so yet.</param>
/// <param name="Since">When it began to, to the second; null: it has not said so yet.</param>
public sealed record SprintRunner(int Process, [property: JsonConverter(typeof(UtcTextConverter))] DateTimeOffset? Since);
