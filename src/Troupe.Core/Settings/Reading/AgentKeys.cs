namespace Troupe.Core;

/// <summary>The keys of each <c>[agent.NAME]</c>.</summary>
internal static class AgentKeys
{
    public const long DefaultMaxOutput = 16L * 1024 * 1024;

    public static readonly SettingKey<IReadOnlyList<string>> Command = new()
    {
        Path = "agent.NAME.command",
        Kind = SettingKinds.Command,
        IsRequired = true,
        Meaning = "What runs a session, in the session's checkout. `{prompt_file}` becomes the path of the prompt; "
            + "`{prompt}` becomes the prompt itself, as one argument of an array only.",
    };

    public static readonly SettingKey<bool?> PromptOnStdin = new()
    {
        Path = "agent.NAME.stdin",
        Kind = SettingKinds.Choice<bool?>(("prompt", true), ("none", false)),
        DefaultInWords = "\"none\" where the command has a placeholder, else \"prompt\"",
        Meaning = "Whether the command gets the prompt on its standard input.",
    };

    public static readonly SettingKey<IReadOnlyList<string>> EnvAllow = new()
    {
        Path = "agent.NAME.env_allow",
        Kind = SettingKinds.Texts,
        Default = [],
        Meaning = "Names of environment variables that the command may inherit, such as the key of its provider. "
            + "Without this it sees only PATH, HOME, the locale and the like.",
    };

    public static readonly SettingKey<IReadOnlyDictionary<string, string>> Env = new()
    {
        Path = "agent.NAME.env",
        Kind = SettingKinds.Variables,
        Default = new Dictionary<string, string>(StringComparer.Ordinal),
        Meaning = "Environment variables that the command gets. This file is committed: keep secrets out of it.",
    };

    public static readonly SettingKey<IReadOnlyList<string>> Setup = new()
    {
        Path = "agent.NAME.setup",
        Kind = SettingKinds.Command,
        DefaultInWords = "(nothing)",
        Meaning = "Run in the fresh checkout before the command, for instance to install dependencies.",
    };

    public static readonly SettingKey<TimeSpan?> Timeout = new()
    {
        Path = "agent.NAME.timeout",
        Kind = new SettingKind<TimeSpan?>(
            SettingKinds.Duration.Name,
            node => SettingKinds.Duration.Read(node) is (true, var value) ? (true, value) : (false, null),
            value => SettingKinds.Duration.Write(value ?? default)),
        DefaultInWords = "(sprint.session_timeout)",
        Meaning = "How long a session of this agent may take.",
    };

    public static readonly SettingKey<long> MaxOutput = new()
    {
        Path = "agent.NAME.max_output",
        Kind = SettingKinds.Size,
        Default = DefaultMaxOutput,
        Meaning = "How much of its output is kept in the session's log; what exceeds it is dropped.",
    };

    public static IEnumerable<SettingDescription> All =>
    [
        Command.Describe(), PromptOnStdin.Describe(), EnvAllow.Describe(), Env.Describe(), Setup.Describe(), Timeout.Describe(),
        MaxOutput.Describe(),
    ];
}
