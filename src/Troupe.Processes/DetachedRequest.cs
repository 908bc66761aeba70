namespace Troupe.Processes;

/// <summary>A program that is to outlive the process that starts it.</summary>
public sealed record DetachedRequest
{
    /// <summary>A path, or a name that is looked up in the PATH of <see cref="Environment"/>.</summary>
    public required string Program { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public required string WorkingDirectory { get; init; }

    /// <summary>All that the program sees; nothing is inherited.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Where its output and error are appended; null: nowhere.</summary>
    public string? LogFile { get; init; }
}
