namespace Troupe.Processes;

/// <summary>A program to run: never a command string, always a list of arguments, and the whole environment.</summary>
public sealed record ProgramRequest
{
    /// <summary>A path, or a name that is looked up in the PATH of <see cref="Environment"/>.</summary>
    public required string Program { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public required string WorkingDirectory { get; init; }

    /// <summary>All that the program sees; nothing is inherited.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>What it reads from standard input; without it, standard input is empty.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>A file that it reads as standard input, in place of <see cref="Input"/>: for what may be larger than memory.</summary>
    public string? InputFile { get; init; }

    /// <summary>A new file that its standard output goes to, without any limit. Not together with <see cref="Received"/>.</summary>
    public string? OutputFile { get; init; }

    /// <summary>After this time everything that it started is ended. Null: no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long the program may take to clean up after SIGTERM (git removes its lock files) before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Bytes kept of standard output and of standard error each; what exceeds it is read and dropped.</summary>
    public long OutputLimit { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// Receives both output and error as they come, in the order in which they were written, instead of their being
    /// kept. Called on the thread that reads for all programs: it must be quick and must not throw.
    /// </summary>
    public Action<ReadOnlySpan<byte>>? Received { get; init; }
}
