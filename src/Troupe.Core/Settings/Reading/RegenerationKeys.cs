namespace Troupe.Core;

/// <summary>The keys of each <c>[[weaver.regenerate]]</c>.</summary>
internal static class RegenerationKeys
{
    public static readonly SettingKey<IReadOnlyList<string>> Paths = new()
    {
        Path = "weaver.regenerate[].paths",
        Kind = SettingKinds.Texts,
        IsRequired = true,
        Meaning = "Patterns, as in `.gitattributes`, of the lock files that the command makes. Where several rules fit a file, the last one counts.",
    };

    public static readonly SettingKey<IReadOnlyList<string>> Inputs = new()
    {
        Path = "weaver.regenerate[].inputs",
        Kind = SettingKinds.Texts,
        Default = [],
        Meaning = "Patterns of the files that lock files are made from. A patch that changes none of them made its lock file by hand: that is merged as "
            + "ever. Without patterns any other file that the patch changes counts.",
    };

    public static readonly SettingKey<IReadOnlyList<string>> Command = new()
    {
        Path = "weaver.regenerate[].command",
        Kind = SettingKinds.Command,
        IsRequired = true,
        Meaning = "Run in the lock file's folder, in a checkout of what fits together; it exits 0 and leaves the new lock file. Every other file that it writes is ignored. "
            + "Where it fails, git merges the lock file as if there were no rule. It sees files that patches wrote: let it run no scripts of theirs.",
    };

    public static readonly SettingKey<TimeSpan> Timeout = new()
    {
        Path = "weaver.regenerate[].timeout",
        Kind = SettingKinds.Duration,
        Default = TimeSpan.FromMinutes(5),
        Meaning = "How long it may take for one folder before it and everything it started is ended and it counts as failed.",
    };

    public static IEnumerable<SettingDescription> All => [Paths.Describe(), Inputs.Describe(), Command.Describe(), Timeout.Describe()];
}
