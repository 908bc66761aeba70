using Troupe.Cli.Sprints;
using Troupe.Core;
using Troupe.Shell;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Sprints;

/// <summary>What stands on standard error while a sprint runs.</summary>
public sealed class EventLinesTests : IDisposable
{
    private readonly FakeClock _clock = new(GitSandbox.Time);
    private readonly StringWriter _error = new();
    private readonly EventLines _lines;
    private SprintState _state;

    public EventLinesTests()
    {
        _lines = new EventLines(new Terminal(TextWriter.Null, _error, isInteractive: false), _clock, SessionLogs.None);
        var start = new SprintStarted
        {
            Sprint = 1, At = _clock.Now, Mode = SprintMode.Parallel, Reason = "r", Base = CommitId.Parse(new string('1', 40)),
            BaseTree = TreeId.Parse(new string('2', 40)), Branch = "troupe/sprint-1", Target = "main", Land = LandingPlace.Branch,
            Personas = [PersonaId.Parse("bolt"), PersonaId.Parse("sapper")], Limits = new SprintLimits { SessionTimeoutSeconds = 600 },
        };
        _state = SprintEvolution.Begin(start);
        Tell(new TickStarted { Sprint = 1, At = _clock.Now, Tick = 1 });
        foreach (var session in new[] { Session("bolt"), Session("sapper") })
        {
            Tell(new SessionRequested { Sprint = 1, At = _clock.Now, Session = session, Tick = 1, Base = start.Base, Reason = RunReason.First, Mails = [] });
            Tell(new SessionStarted { Sprint = 1, At = _clock.Now, Session = session });
        }
    }

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Happened_TheSameToSeveral_IsOneLine()
    {
        _lines.Pulse();

        Said().ShouldBe(["00:00:00 tick 1", "00:00:00 started: bolt, sapper"]);
    }

    [Fact]
    public void Happened_CheckoutWithoutWhatMerges_SaysWhy()
    {
        Tell(new SessionStarted { Sprint = 1, At = _clock.Now, Session = Session("bolt"), Caution = "The patch is gone.\nMore." });

        Said().Skip(2).ShouldBe(["00:00:00 started: bolt; The patch is gone."]);
    }

    [Fact]
    public void Happened_AbortDuringAWeave_SaysWhatBecomesOfThePatches()
    {
        Tell(new CommandIntended { Sprint = 1, At = _clock.Now, Command = CommandNames.Abort, Key = "abort:1" });
        Tell(new WeaveDropped { Sprint = 1, At = _clock.Now, Weave = 1, Patches = [PatchId.Parse(new string('3', 64)), PatchId.Parse(new string('4', 64))], Reason = "r" });

        Said().Skip(2).ShouldBe(
        [
            "00:00:00 the lead ends the sprint: nothing new is started, and every patch is kept",
            "00:00:00 dropping the weave under way: 2 patches are kept as refs/troupe/patches/*, see 'troupe sprint show 1'",
        ]);
    }

    [Fact]
    public void Happened_FailedSession_ShowsItsLastLines()
    {
        Tell(Failed());

        Said().ShouldBe(
        [
            "00:00:00 tick 1", "00:00:00 started: bolt, sapper", "00:00:00 bolt failed: the agent ended with exit code 3; its last lines:",
            "           the model is down",
        ]);
    }

    [Fact]
    public void Pulse_SilenceWhileSessionsRun_SaysHowLongTheyMay()
    {
        _lines.Pulse();
        foreach (var second in Enumerable.Range(1, 100))
        {
            _clock.Now = GitSandbox.Time.AddSeconds(second);
            _lines.Pulse();
        }

        Said().Skip(2).ShouldBe(
        [
            "00:00:10 waiting: bolt, sapper at work, the longest for 10 s, at most 10 min more",
            "00:00:30 waiting: bolt, sapper at work, the longest for 30 s, at most 10 min more",
            "00:01:10 waiting: bolt, sapper at work, the longest for 70 s, at most 9 min more",
        ]);
    }

    [Fact]
    public void Pulse_FailedSessionThatIsTriedAgain_SaysWhenAtOnceAndOnce()
    {
        Tell(Failed());
        Tell(new PatchCaptured { Sprint = 1, At = _clock.Now, Session = Session("bolt") });
        _lines.Pulse();
        _clock.Now = GitSandbox.Time.AddSeconds(1);
        _lines.Pulse();

        Said().Where(line => line.Contains("waiting", StringComparison.Ordinal)).ShouldBe(
            ["00:00:00 waiting: bolt is tried again in 10 s; sapper at work, the longest for 0 s, at most 10 min more"]);
    }

    [Fact]
    public void Happened_TargetLeftBehind_DoesNotPromiseAnotherTry()
    {
        Tell(new CommandFailed { Sprint = 1, At = _clock.Now, Command = CommandNames.ForwardTarget, Key = "s1:forward_target", Error = "main is checked out." });

        Said()[^1].ShouldBe("00:00:00 main was not moved: main is checked out.");
        _lines.Pulse();
        Said()[^1].ShouldNotContain("again");
    }

    private static SessionEnded Failed() => new()
    {
        Sprint = 1, At = GitSandbox.Time, Session = Session("bolt"), State = SessionState.Failed,
        Detail = "the agent ended with exit code 3; its last lines:\nthe model is down",
    };

    private static SessionId Session(string persona) => new(1, PersonaId.Parse(persona), 1);

    private void Tell(SprintEvent happened)
    {
        _state = SprintEvolution.Evolve(_state, happened);
        _lines.Happened(happened, _state);
    }

    private string[] Said() => _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
