using System.Text.Json.Serialization;
using Troupe.Core;

namespace Troupe.Agents;

/// <summary><c>exit.json</c>: how a session ended.</summary>
internal sealed record SessionExit
{
    [JsonPropertyOrder(-1)]
    public int SchemaVersion { get; init; } = 1;

    public required string Session { get; init; }

    public required SessionState State { get; init; }

    /// <summary>The agent's; null when it did not end by itself or never began.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Null: the agent was never started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>What the checkout held, on the base; null: nothing was changed, or it is <see cref="Unrecorded"/>.</summary>
    public string? Commit { get; init; }

    /// <summary>What the checkout held could not be recorded: it is still there and nowhere else. Written only where it is so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unrecorded { get; init; }

    /// <summary>Why it did not complete.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether the agent printed more than its log holds.</summary>
    public bool OutputCut { get; init; }

    /// <summary>What else whoever looks after the session should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
