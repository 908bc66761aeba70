namespace Troupe.Core;

/// <summary>The keys of each <c>[[weaver.verify]]</c>.</summary>
internal static class VerifyKeys
{
    public static readonly SettingKey<string> Name = new()
    {
        Path = "weaver.verify[].name",
        Kind = SettingKinds.Text,
        IsRequired = true,
        Meaning = "How reports name the step; unique.",
    };

    public static readonly SettingKey<IReadOnlyList<string>> Command = new()
    {
        Path = "weaver.verify[].command",
        Kind = SettingKinds.Command,
        IsRequired = true,
        Meaning = "Run in a fresh checkout of exactly the tree that would land; exit code 0 means that it works.",
    };

    public static readonly SettingKey<TimeSpan> Timeout = new()
    {
        Path = "weaver.verify[].timeout",
        Kind = SettingKinds.Duration,
        Default = TimeSpan.FromMinutes(30),
        Meaning = "How long the step may take before it and everything it started is ended and it counts as failed.",
    };

    public static IEnumerable<SettingDescription> All => [Name.Describe(), Command.Describe(), Timeout.Describe()];
}
