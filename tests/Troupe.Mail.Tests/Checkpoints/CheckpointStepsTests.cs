using CsCheck;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class CheckpointStepsTests
{
    [Theory]
    [InlineData("0:0", "0:0", "0:0")]
    [InlineData("0:65535", "0:0", "0:0")]
    [InlineData("0:65536", "0:0", "0:65536")]
    [InlineData("0:600000", "0:524288", "0:589824")]
    [InlineData("1:70000", "1:0", "1:65536")]
    [InlineData("1:33500000", "1:33030144", "1:33488896")]
    [InlineData("19:8010118", "19:0", "19:7995392")]
    [InlineData("90:17000000", "90:16777216", "90:16973824")]
    public void At_APlace_GivesTheBoundariesOfTheSpecification(string last, string older, string recent) =>
        CheckpointSteps.Default.At(Position.Parse(last)).ShouldBe((Position.Parse(older), Position.Parse(recent)));

    [Fact]
    public void At_ALogThatGrows_NeverGoesBack() =>
        (from segment in Gen.Int[0, 300] from offset in Gen.Long[0, 33_600_000] from more in Gen.Long[0, 40_000_000]
         select (new Position(segment, offset), new Position(segment, offset + more))).Sample(pair =>
        {
            var (before, after) = (CheckpointSteps.Default.At(pair.Item1), CheckpointSteps.Default.At(pair.Item2));
            return before.Base <= after.Base && before.Recent <= after.Recent && after.Base <= after.Recent && after.Recent <= pair.Item2;
        });
}
