using System.Globalization;
using Troupe.Core;
using Troupe.Rehearsal.Replay;

namespace Troupe.Rehearsal.Tests.Replay;

public sealed class CaseSelectionTests
{
    [Fact]
    public void Choose_OverlappingBranches_TakesTheDensestBaseFirst()
    {
        var history = History(12, Merge(1, 0, 4), Merge(2, 1, 5), Merge(3, 6, 9), Merge(4, 6, 10), Merge(5, 7, 11));

        var cases = new CaseSelection(batch: 23, cases: 9).Choose(history);

        cases.Select(one => one.BasePosition).ShouldBe([8, 3]);
        Names(cases[0]).ShouldBe(["pr-3", "pr-4", "pr-5"]);
        Names(cases[1]).ShouldBe(["pr-1", "pr-2"]);
        cases[0].Base.ShouldBe(Id(8));
    }

    [Fact]
    public void Choose_MoreOpenThanTheBatch_TakesTheNearestForksAndKeepsLandingOrder()
    {
        var history = History(10, Merge(1, 0, 6), Merge(2, 4, 8), Merge(3, 3, 7));

        var cases = new CaseSelection(batch: 2, cases: 9).Choose(history);

        Names(cases.ShouldHaveSingleItem()).ShouldBe(["pr-3", "pr-2"]);
    }

    [Fact]
    public void Choose_SequentialLandings_GivesNoCase() =>
        new CaseSelection(23, 9).Choose(History(10, Merge(1, 0, 2), Merge(2, 2, 4), Merge(3, 4, 6))).ShouldBeEmpty();

    [Fact]
    public void Choose_SquashLandings_AreOpenShortlyBeforeTheyLanded()
    {
        var history = History(30, Squash(1, 5), Squash(2, 6), Squash(3, 29));

        var cases = new CaseSelection(batch: 4, cases: 9).Choose(history);

        Names(cases.ShouldHaveSingleItem()).ShouldBe(["pr-1", "pr-2"]);
    }

    [Fact]
    public void Choose_AnyHistory_UsesEveryLandingAtMostOnceAndNeverOneThatWasNotOpen()
    {
        var random = new Random(5);
        var landings = Enumerable.Range(1, 300).Select(n => Merge(n, random.Next(0, n), n)).ToArray();

        var cases = new CaseSelection(batch: 7, cases: 100).Choose(History(301, landings));

        var used = cases.SelectMany(one => one.Patches.Select(patch => (one.BasePosition, patch.Persona.Value))).ToList();
        used.Count.ShouldBeGreaterThan(100);
        used.Select(it => it.Value).ShouldBeUnique();
        cases.ShouldAllBe(one => one.Patches.Count >= 2 && one.Patches.Count <= 7);
        foreach (var (position, name) in used)
        {
            var landing = landings[int.Parse(name[3..], CultureInfo.InvariantCulture) - 1];
            position.ShouldBeInRange(landing.ForkPosition, landing.Position - 1);
        }
    }

    [Fact]
    public void Choose_LimitOfCases_IsKept() =>
        new CaseSelection(2, 1).Choose(History(9, Merge(1, 0, 2), Merge(2, 0, 3), Merge(3, 4, 6), Merge(4, 4, 7))).Count.ShouldBe(1);

    [Theory]
    [InlineData("Ann Smith", "ann-smith", "ann-smith-2")]
    [InlineData("  Émile  ", "mile", "mile-2")]
    [InlineData("田中", "author", "author-2")]
    [InlineData("3D [bot]", "d-bot", "d-bot-2")]
    public void Name_NoNumber_IsTheAuthorAndGivenOnce(string author, string first, string second)
    {
        var naming = new PersonaNaming();
        var landing = Merge(1, 0, 1) with { Number = null, Author = author };

        naming.Name(landing).Value.ShouldBe(first);
        naming.Name(landing).Value.ShouldBe(second);
    }

    private static IEnumerable<string> Names(ReplayCase one) => one.Patches.Select(patch => patch.Persona.Value);

    private static Landing Merge(int number, int fork, int position) =>
        new(LandingKind.Merge, position, fork, Id(fork), Id(1000 + number), number, "Ann", "Merge");

    private static Landing Squash(int number, int position) =>
        new(LandingKind.Squash, position, position - 1, Id(position - 1), Id(position), number, "Ann", "Squash");

    private static MinedHistory History(int positions, params Landing[] landings) =>
        new([.. Enumerable.Range(0, positions).Select(Id)], landings, new LeftOut(0, 0, 0, 0));

    private static CommitId Id(int number) => CommitId.Parse(number.ToString("x40", CultureInfo.InvariantCulture));
}
