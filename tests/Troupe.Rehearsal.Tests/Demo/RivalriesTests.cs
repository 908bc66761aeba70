using Troupe.Rehearsal.Demo;

namespace Troupe.Rehearsal.Tests.Demo;

/// <summary>Real git says what the cast promises: who collides with whom, and how.</summary>
public sealed class RivalriesTests(HarbourFixture harbour) : IClassFixture<HarbourFixture>
{
    private static readonly string[] Losers = ["bolt", "forge", "sapper", "shepherd"];

    [Theory]
    [InlineData("artisan", "bolt", "CONFLICT (content): Merge conflict in lib/tides/forecast.sh")]
    [InlineData("builder", "forge", "CONFLICT (add/add): Merge conflict in lib/berths/assign.sh")]
    [InlineData("absolutist", "sapper", "CONFLICT (modify/delete): lib/signals/telex.sh deleted in")]
    public async Task FirstAttempts_Pair_ConflictsAsItShould(string first, string second, string words)
    {
        var (tree, said) = await harbour.Carry.CarryAsync(
            harbour.FirstAttempts[first], harbour.BaseTree, harbour.FirstAttempts[second]);

        tree.ShouldBeNull();
        said.ShouldContain(words);
        said.Split('\n').Count(line => line.StartsWith("CONFLICT", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("essentialist", "janitor")]
    [InlineData("essentialist", "shepherd")]
    [InlineData("janitor", "shepherd")]
    public async Task FirstAttempts_EveryPairOfTheTriple_IsClean(string first, string second)
    {
        var (oneWay, _) = await harbour.Carry.CarryAsync(
            harbour.FirstAttempts[first], harbour.BaseTree, harbour.FirstAttempts[second]);
        var (otherWay, _) = await harbour.Carry.CarryAsync(
            harbour.FirstAttempts[second], harbour.BaseTree, harbour.FirstAttempts[first]);

        oneWay.ShouldNotBeNull();
        otherWay.ShouldBe(oneWay);
    }

    [Theory]
    [InlineData("essentialist", "janitor", "shepherd")]
    [InlineData("essentialist", "shepherd", "janitor")]
    [InlineData("janitor", "essentialist", "shepherd")]
    [InlineData("janitor", "shepherd", "essentialist")]
    [InlineData("shepherd", "essentialist", "janitor")]
    [InlineData("shepherd", "janitor", "essentialist")]
    public async Task FirstAttempts_TheTripleInAnyOrder_Conflicts(string first, string second, string third)
    {
        var (both, _) = await harbour.Carry.CarryAsync(
            harbour.FirstAttempts[first], harbour.BaseTree, harbour.FirstAttempts[second]);

        var (all, said) = await harbour.Carry.CarryAsync(
            both.ShouldNotBeNull(), harbour.BaseTree, harbour.FirstAttempts[third]);

        all.ShouldBeNull();
        said.ShouldContain("CONFLICT (modify/delete): lib/");
    }

    [Fact]
    public async Task TwoRounds_InOrderOfIds_LandEverybodyAndPassTheCheck()
    {
        var (tip, losers) = await FoldAsync(harbour.BaseTree, harbour.BaseTree, DemoCast.Roles, role => Task.FromResult(harbour.FirstAttempts[role.Persona.Value]));
        losers.Select(role => role.Persona.Value).ShouldBe(Losers);
        (await CheckRun.OfTreeAsync(harbour, tip)).ExitCode.ShouldBe(0);

        var (end, again) = await FoldAsync(tip, tip, losers, role => harbour.WorkAsync(role, tip));

        again.ShouldBeEmpty();
        var check = await CheckRun.OfTreeAsync(harbour, end);
        check.ExitCode.ShouldBe(0, check.Words);
        check.Words.ShouldContain("186 modules are in order");
    }

    [Fact]
    public void Roles_AreTheTwentyThree()
    {
        DemoCast.Roles.Count.ShouldBe(23);
        DemoCast.Roles.Select(role => role.Persona.Value).ShouldBeUnique();
        DemoCast.Roles.ShouldBe(DemoCast.Roles.OrderBy(role => role.Persona.Value, StringComparer.Ordinal));
        DemoCast.Roles.Count(role => role.Note is not null).ShouldBe(2);
    }

    private async Task<(string Tip, List<DemoRole> Losers)> FoldAsync(
        string tip, string fork, IEnumerable<DemoRole> roles, Func<DemoRole, Task<string>> work)
    {
        List<DemoRole> losers = [];
        foreach (var role in roles)
        {
            var (next, _) = await harbour.Carry.CarryAsync(tip, fork, await work(role));
            tip = next ?? tip;
            if (next is null)
            {
                losers.Add(role);
            }
        }

        return (tip, losers);
    }
}
