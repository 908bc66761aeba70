namespace Troupe.Git;

/// <summary>What one git command gets besides its arguments.</summary>
public sealed record GitCall
{
    public static GitCall Plain { get; } = new();

    /// <summary>Standard input.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>Where git runs; null: in the git directory.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Variables for this command alone, such as <c>GIT_INDEX_FILE</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
