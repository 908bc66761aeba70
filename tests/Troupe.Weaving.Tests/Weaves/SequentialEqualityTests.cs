using CsCheck;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Weaves;

/// <summary>
/// What a weave gives is what carrying one patch after another gives, whatever was foreseen and composed on the way. Five hundred
/// made-up sprints; TROUPE_STRESS=20 makes it ten thousand. A failure names its seed (CsCheck_Seed=SEED repeats it) and the sprint.
/// </summary>
public sealed class SequentialEqualityTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [Trait("Suite", "Slow")]
    public async Task WeaveAsync_RandomSprint_EqualsTheSequentialCarry(int ground)
    {
        using var scene = await WeaveScene.CreateAsync(Ground.All[ground].Files);
        var attributes = Ground.All[ground].Attributes + string.Concat(Ground.All[ground].UnionPaths.Select(path => $"{path} merge=union\n"));
        var oracle = await SequentialCarry.CreateAsync(scene, attributes);
        var count = 0;
        await RandomSprint.Any.SampleAsync(
            sprint => new SprintProof((sprint with { Ground = ground }).In(scene), oracle).CheckAsync(Interlocked.Increment(ref count), Token),
            iter: Stress.Times(100),
            threads: Environment.ProcessorCount,
            print: sprint => (sprint with { Ground = ground }).In(scene).Describe());
    }
}
