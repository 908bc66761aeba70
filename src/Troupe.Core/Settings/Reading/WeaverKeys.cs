namespace Troupe.Core;

/// <summary>The keys of <c>[weaver]</c>.</summary>
internal static class WeaverKeys
{
    public static readonly SettingKey<string> Order = new()
    {
        Path = "weaver.order",
        Kind = SettingKinds.Choice(("best", "best"), ("fifo", "fifo")),
        Default = "best",
        Meaning = "Which patches land where not all fit together: as many as possible (`best`), or who came first (`fifo`).",
    };

    public static readonly SettingKey<bool> Policy = new()
    {
        Path = "weaver.policy",
        Kind = SettingKinds.Flag,
        Default = false,
        Meaning = "Whether `troupe weave` holds patches that touch `.team/**`, `.github/**`, `.gitattributes` or `.gitmodules` for a human. "
            + "A sprint always does.",
    };

    public static readonly SettingKey<TimeSpan> Timeout = new()
    {
        Path = "weaver.timeout",
        Kind = SettingKinds.Duration,
        Default = TimeSpan.FromMinutes(90),
        Meaning = "How long the verification of one weave may take, all steps together; then it counts as failed.",
    };

    public static readonly SettingKey<IReadOnlyList<string>> UnionPaths = new()
    {
        Path = "weaver.union.paths",
        Kind = SettingKinds.Texts,
        Default = [],
        Meaning = "Patterns, as in `.gitattributes`, of files such as a changelog: where two patches add lines at the same place, both stay.",
    };

    public static IEnumerable<SettingDescription> All =>
        [Order.Describe(), Policy.Describe(), Timeout.Describe(), UnionPaths.Describe()];
}
