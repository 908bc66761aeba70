namespace Troupe.Engine;

/// <summary>One file of <see cref="LockMemory"/>.</summary>
internal sealed record KeptLocks
{
    public int SchemaVersion { get; init; } = 1;

    /// <summary>Why there are no files; null: there are.</summary>
    public string? Failure { get; init; }

    /// <summary>The content of each lock file by its path.</summary>
    public Dictionary<string, byte[]> Files { get; init; } = [];
}
