using Troupe.Core;

namespace Troupe.Sprints.Tests;

/// <summary>The lead ends the sprint while a weave is under way.</summary>
public sealed class AbortedWeaveTests
{
    [Fact]
    public void Abort_WeaveNotPublished_IsDroppedAndNothingOfItLands()
    {
        var play = Weaving();
        Abort(play);
        play.Run();

        var dropped = play.Of<WeaveDropped>().ShouldHaveSingleItem();
        dropped.Weave.ShouldBe(1);
        dropped.Patches.ShouldBe(play.Of<PatchCaptured>().Select(captured => captured.Patch!.Value));
        play.Commands.OfType<WeavePatches>().ShouldBeEmpty();
        play.Of<PatchLanded>().ShouldBeEmpty();
        play.State.Weave.ShouldBeNull();
        play.State.Ended!.Ending.ShouldBe(SprintEnding.Aborted);
    }

    [Fact]
    public void Abort_BranchHasMovedAlready_TheWeaveIsRecordedAsLanded()
    {
        var play = Weaving();
        play.Branch = Names.Commit("published");
        Abort(play);
        play.Run();

        play.Of<WeaveDropped>().ShouldBeEmpty();
        play.Of<PatchLanded>().Count().ShouldBe(2);
        play.State.Ended!.Ending.ShouldBe(SprintEnding.Aborted);
    }

    [Fact]
    public void Abort_CrashWithinTheOutcomes_TheRestIsRecorded()
    {
        var play = Weaving();
        var first = play.State.Weave!.Intent.Patches[0];
        play.Record(new PatchLanded { Sprint = 1, At = play.Now, Weave = 1, Session = first.Session, Patch = first.Patch, Commit = first.Commit });
        play.Branch = Names.Commit("published");
        Abort(play);
        play.Run();

        play.Of<WeaveDropped>().ShouldBeEmpty();
        play.Of<PatchLanded>().Count().ShouldBe(2);
        play.Of<LandingPublished>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Abort_RedTreeOfSeveralPatches_IsDroppedRatherThanVerifiedOneByOne()
    {
        var play = Weaving();
        play.Record(new VerificationRan { Sprint = 1, At = play.Now, Weave = 1, Tree = Names.Tree("red"), Passed = false, Digest = "d", Seconds = 1 });
        Abort(play);
        play.Run();

        play.Of<ModeFellBack>().ShouldBeEmpty();
        play.Of<WeaveDropped>().ShouldHaveSingleItem();
        play.State.Ended!.Ending.ShouldBe(SprintEnding.Aborted);
    }

    [Fact]
    public void Report_AbortUnderWay_SaysSo()
    {
        var play = Weaving();
        SprintReport.Of(play.State, play.Now).State.ShouldBe("running");
        Abort(play);
        SprintReport.Of(play.State, play.Now).State.ShouldBe("aborting");
        play.Run();
        SprintReport.Of(play.State, play.Now).State.ShouldBe("aborted");
    }

    /// <summary>The intent of a weave of two patches is recorded, and nothing else of it.</summary>
    private static Play Weaving()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"]);
        while (play.Decide() is not [WeavePatches])
        {
            play.Step();
        }

        play.Decide().Single().Intent.ToList().ForEach(play.Record);
        return play;
    }

    private static void Abort(Play play) =>
        play.Record(new CommandIntended { Sprint = 1, At = play.Now, Command = CommandNames.Abort, Key = "abort" });
}
