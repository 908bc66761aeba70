namespace Troupe.Core;

/// <summary>The keys of <c>[sprint]</c>.</summary>
internal static class SprintKeys
{
    public static readonly SettingKey<SprintModeSetting> Mode = new()
    {
        Path = "sprint.mode",
        Kind = SettingKinds.Choice(
            ("rollout", SprintModeSetting.Rollout), ("parallel", SprintModeSetting.Parallel), ("sequential", SprintModeSetting.Sequential)),
        Default = SprintModeSetting.Rollout,
        Meaning = "How sprints run: all personas at once from one base, one after the other, or by number (rollout: see the next two keys).",
    };

    public static readonly SettingKey<int> ParallelEvery = new()
    {
        Path = "sprint.parallel_every",
        Kind = SettingKinds.Number(0),
        Default = 5,
        Meaning = "In rollout, every sprint whose number is a multiple of this runs in parallel. 0: none by this rule.",
    };

    public static readonly SettingKey<IReadOnlyList<int>> ParallelSprints = new()
    {
        Path = "sprint.parallel_sprints",
        Kind = SettingKinds.Numbers,
        Default = [],
        Meaning = "In rollout, the numbers of further sprints that run in parallel.",
    };

    public static readonly SettingKey<int> MaxAttempts = new()
    {
        Path = "sprint.max_attempts",
        Kind = SettingKinds.Number(1),
        Default = 3,
        Meaning = "How many runs of one persona may end in its own failure before it is skipped and the lead is told.",
    };

    public static readonly SettingKey<int> MaxRuns = new()
    {
        Path = "sprint.max_runs",
        Kind = SettingKinds.Number(1),
        Default = 6,
        Meaning = "How often one persona may run in one sprint, whatever it ends in.",
    };

    public static readonly SettingKey<int> MaxParallel = new()
    {
        Path = "sprint.max_parallel",
        Kind = SettingKinds.Number(0),
        Default = 0,
        Meaning = "How many sessions may run at once. 0: as many as there are personas.",
    };

    public static readonly SettingKey<TimeSpan> SessionTimeout = new()
    {
        Path = "sprint.session_timeout",
        Kind = SettingKinds.Duration,
        Default = TimeSpan.FromMinutes(60),
        Meaning = "How long one session may take before it and everything it started is ended.",
    };

    public static readonly SettingKey<LandSetting> Land = new()
    {
        Path = "sprint.land",
        Kind = SettingKinds.Choice(("branch", LandSetting.Branch), ("target", LandSetting.Target)),
        Default = LandSetting.Branch,
        Meaning = "Where the result goes: to the branch `troupe/sprint-N`, or there and the target branch is then moved forward to it. "
            + "A branch that is checked out somewhere is never moved.",
    };

    public static readonly SettingKey<string> Target = new()
    {
        Path = "sprint.target",
        Kind = SettingKinds.Text,
        DefaultInWords = "(the branch that HEAD names)",
        Meaning = "The branch that sprints start from.",
    };

    public static readonly SettingKey<string> Agent = new()
    {
        Path = "sprint.agent",
        Kind = SettingKinds.Text,
        DefaultInWords = "(the only one)",
        Meaning = "The agent of personas that name none: the NAME of an `[agent.NAME]` table.",
    };

    public static IEnumerable<SettingDescription> All =>
    [
        Mode.Describe(), ParallelEvery.Describe(), ParallelSprints.Describe(), MaxAttempts.Describe(), MaxRuns.Describe(),
        MaxParallel.Describe(), SessionTimeout.Describe(), Land.Describe(), Target.Describe(), Agent.Describe(),
    ];
}
