using Troupe.Core;

namespace Troupe.Agents;

/// <summary>What a recorded agent does in which session.</summary>
public sealed record RecordedScript
{
    /// <summary>By persona and attempt.</summary>
    public required IReadOnlyDictionary<(PersonaId Persona, int Attempt), Recording> Recordings { get; init; }

    /// <summary>
    /// Makes the patch of every session without a recording, such as the rework of a conflict that nobody recorded.
    /// Null: such a session changes nothing.
    /// </summary>
    public Func<SessionRequest, CancellationToken, Task<CommitId?>>? Rework { get; init; }

    /// <summary>The git directory that holds the commits; null: the repository of the sprint.</summary>
    public string? GitDirectory { get; init; }
}
