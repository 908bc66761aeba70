namespace Troupe.Shell;

/// <summary>What a command may know of its surroundings; tests hand in their own.</summary>
public sealed record CliContext
{
    public required Terminal Terminal { get; init; }

    /// <summary>The folder that the command was called in.</summary>
    public required string WorkingDirectory { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Standard input as bytes, opened only by whoever reads it.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Standard output as bytes, for a protocol that has it to itself.</summary>
    public Func<Stream> OpenOutput { get; init; } = static () => new BufferedStream(StandardStream.Output());

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The path of this program, for whoever has to start it again. The system is asked only then: it follows links, one call each.</summary>
    public string ProgramPath
    {
        get => field ?? System.Environment.ProcessPath ?? ThisProgram.Name;
        init;
    }

    public string? Variable(string name) => Environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
