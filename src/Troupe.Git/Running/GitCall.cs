namespace Troupe.Git;

/// <summary>What one git command gets besides its arguments.</summary>
public sealed record GitCall
{
    public static GitCall Plain { get; } = new();

    /// <summary>Standard input.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>A file that is standard input, in place of <see cref="Input"/>.</summary>
    public string? InputFile { get; init; }

    /// <summary>A new file that takes standard output; then there is no limit, and the result holds none of it.</summary>
    public string? OutputFile { get; init; }

    /// <summary>Where git runs; null: in the git directory.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Variables for this command alone, such as <c>GIT_INDEX_FILE</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>After this time git is ended and the call fails. No git command that runs here is interactive.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Bytes of standard output that the caller can take; more is a failure, never a shortened answer.</summary>
    public long OutputLimit { get; init; } = 512 * 1024 * 1024;
}
