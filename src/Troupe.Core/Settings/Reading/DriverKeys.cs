namespace Troupe.Core;

/// <summary>The keys of each <c>[[weaver.driver]]</c>.</summary>
internal static class DriverKeys
{
    public static readonly SettingKey<string> Name = new()
    {
        Path = "weaver.driver[].name",
        Kind = SettingKinds.Text,
        IsRequired = true,
        Meaning = "The merge driver's name: letters, digits and hyphens; unique. `.gitattributes` may name it too (`merge=NAME`).",
    };

    public static readonly SettingKey<IReadOnlyList<string>> Paths = new()
    {
        Path = "weaver.driver[].paths",
        Kind = SettingKinds.Texts,
        Default = [],
        Meaning = "Patterns, as in `.gitattributes`, of the files that it merges; a union pattern that fits too wins.",
    };

    public static readonly SettingKey<IReadOnlyList<string>> Command = new()
    {
        Path = "weaver.driver[].command",
        Kind = SettingKinds.Command,
        IsRequired = true,
        Meaning = "Run for a file that two patches change, with `%O`, `%A`, `%B` and `%P` for base, ours, theirs and the path; it writes what it made to `%A` and "
            + "exits 0. Where it does anything else, git's own merge counts.",
    };

    public static readonly SettingKey<TimeSpan> Timeout = new()
    {
        Path = "weaver.driver[].timeout",
        Kind = SettingKinds.Duration,
        Default = TimeSpan.FromSeconds(10),
        Meaning = "How long it may take for one file, in whole seconds; then git's own merge counts.",
    };

    public static IEnumerable<SettingDescription> All => [Name.Describe(), Paths.Describe(), Command.Describe(), Timeout.Describe()];
}
