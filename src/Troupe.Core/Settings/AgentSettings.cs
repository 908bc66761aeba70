namespace Troupe.Core;

/// <summary><c>[agent.NAME]</c>: a command that edits files.</summary>
public sealed record AgentSettings
{
    /// <summary>In an argument: the path of the file that holds the prompt.</summary>
    public const string PromptFilePlaceholder = "{prompt_file}";

    /// <summary>In an argument: the prompt itself.</summary>
    public const string PromptPlaceholder = "{prompt}";

    public required string Name { get; init; }

    /// <summary>
    /// Program and arguments, the placeholders still in them; a command written as one string has become <c>sh -c STRING</c>.
    /// </summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Whether the command gets the prompt on standard input; else that is empty.</summary>
    public required bool PromptOnStdin { get; init; }

    /// <summary>Names of variables of the caller that the command may see besides the fixed few.</summary>
    public required IReadOnlyList<string> EnvAllow { get; init; }

    /// <summary>Variables that the command gets.</summary>
    public required IReadOnlyDictionary<string, string> Env { get; init; }

    /// <summary>Program and arguments run in the fresh checkout before the command; null: nothing.</summary>
    public required IReadOnlyList<string>? Setup { get; init; }

    /// <summary>Null: <see cref="SprintSettings.SessionTimeout"/>.</summary>
    public required TimeSpan? Timeout { get; init; }

    /// <summary>Bytes of its output that are kept in the session's log.</summary>
    public required long MaxOutput { get; init; }
}
