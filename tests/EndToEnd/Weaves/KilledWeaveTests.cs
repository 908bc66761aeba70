using System.Text.Json;
using System.Text.RegularExpressions;

namespace Troupe.EndToEnd;

/// <summary>
/// A weave is killed at each of its git calls, before git has run and after, and done again: always the same tree and the same reports,
/// nothing twice, nothing left behind.
/// </summary>
public sealed partial class KilledWeaveTests
{
    private const int MostCalls = 100;

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    [Trait("Suite", "Slow")]
    public async Task Apply_KilledAtEveryGitCall_DoneAgainGivesTheSame(string moment)
    {
        using var stage = await WeaveStage.CreateAsync();
        var undisturbed = await stage.WeaveAsync("apply", "--onto", "undisturbed");
        var landed = undisturbed.GetProperty("order").GetArrayLength();
        var call = 1;
        for (; await stage.IsKilledAsync(call, moment, "apply", "--onto", $"killed-{call}"); call++)
        {
            call.ShouldBeLessThan(MostCalls);
            var wasPublished = (await stage.TreesBelowAsync($"killed-{call}")).Count > 0;
            var again = await stage.WeaveAsync("apply", "--onto", $"killed-{call}");
            if (wasPublished)
            {
                // It had landed: now the tip has all of it, and nothing lands twice.
                again.GetProperty("order").GetArrayLength().ShouldBe(0, $"call {call}");
            }
            else
            {
                Report(again).ShouldBe(Report(undisturbed), $"call {call}");
            }

            (await stage.TreesBelowAsync($"killed-{call}")).ShouldBe([undisturbed.GetProperty("tree").GetString()!], $"call {call}");
            (await stage.GitAsync("rev-list", "--count", $"main..killed-{call}")).ShouldBe($"{landed}", $"call {call}");
            Leftovers(stage).ShouldBeEmpty($"call {call}");
        }

        call.ShouldBeGreaterThan(8);
        (await stage.GitAsync("status", "--porcelain")).ShouldBeEmpty();
        (await stage.GitAsync("fsck", "--strict", "--no-dangling")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Leftovers(WeaveStage stage) =>
        Directory.EnumerateDirectories(stage.Scratch, "weave.*", SearchOption.AllDirectories);

    // Commits carry the time of their weave; everything else is a matter of the request alone.
    private static string Report(JsonElement answer) => ChangingFields().Replace(answer.GetRawText(), "");

    [GeneratedRegex("\"(commit|branch)\": ?\"[^\"]*\"")]
    private static partial Regex ChangingFields();
}
