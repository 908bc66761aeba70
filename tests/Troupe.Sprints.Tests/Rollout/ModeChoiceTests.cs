namespace Troupe.Sprints.Tests;

public sealed class ModeChoiceTests
{
    [Theory]
    [InlineData(4, SprintMode.Sequential)]
    [InlineData(5, SprintMode.Parallel)]
    [InlineData(10, SprintMode.Parallel)]
    [InlineData(52, SprintMode.Parallel)]
    [InlineData(53, SprintMode.Sequential)]
    public void For_Rollout_FollowsItsRules(int sprint, SprintMode expected) =>
        ModeChoice.For(sprint, new RolloutRules { ParallelSprints = [52] }).Mode.ShouldBe(expected);

    [Fact]
    public void For_EveryZero_IsNeverParallelByNumber() =>
        ModeChoice.For(5, new RolloutRules { ParallelEvery = 0 }).Mode.ShouldBe(SprintMode.Sequential);

    [Fact]
    public void For_FixedMode_WinsOverTheRules() =>
        ModeChoice.For(5, new RolloutRules { Fixed = SprintMode.Sequential }).ShouldBe(new ModeChoice(SprintMode.Sequential, "the settings say always"));

    [Fact]
    public void For_CommandLine_WinsOverTheSettings() =>
        ModeChoice.For(1, new RolloutRules { Fixed = SprintMode.Sequential }, SprintMode.Parallel).Mode.ShouldBe(SprintMode.Parallel);
}
