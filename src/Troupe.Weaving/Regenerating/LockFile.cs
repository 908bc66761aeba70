using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>A lock file that was, or was to be, made anew.</summary>
public sealed record LockFile
{
    public required string Path { get; init; }

    public required LockFileState State { get; init; }

    /// <summary>Program and arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Places, in the order of arrival, of the patches whose own version of it was left out.</summary>
    public required IReadOnlyList<int> Patches { get; init; }

    /// <summary>What the command made; null: nothing.</summary>
    public BlobId? Blob { get; init; }

    /// <summary>Why it failed, as the rest of a sentence.</summary>
    public string? Reason { get; init; }
}
