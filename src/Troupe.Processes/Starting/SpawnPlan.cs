using Troupe.Processes.Native;

namespace Troupe.Processes.Starting;

/// <summary>Everything that <see cref="ChildProcess"/> needs to know to start one.</summary>
internal sealed record SpawnPlan
{
    public required string Program { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public required string WorkingDirectory { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Null: the process is meant to outlive us and is not found by any marker.</summary>
    public RunMarker? Marker { get; init; }

    public required StandardStreams Streams { get; init; }
}
