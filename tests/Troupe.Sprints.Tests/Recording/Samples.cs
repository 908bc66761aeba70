using Troupe.Core;

namespace Troupe.Sprints.Tests;

/// <summary>One event of every kind, with every member set.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset At = new(2026, 1, 11, 9, 6, 0, 250, TimeSpan.Zero);
    private static readonly SessionId Session = SessionId.Parse("s7-curator-2");
    private static readonly PersonaId Curator = PersonaId.Parse("curator");
    private static readonly PersonaId Sentinel = PersonaId.Parse("sentinel");

    public static IReadOnlyList<SprintEvent> All { get; } =
    [
        new SprintStarted
        {
            Sprint = 7, At = At, Mode = SprintMode.Parallel, Reason = "parallel_sprints names sprint 7", Base = Names.Commit("base"),
            BaseReason = "main, the target", BaseTree = Names.Tree("base"), Branch = "troupe/sprint-7", Target = "main", Land = LandingPlace.Target,
            Personas = [Curator, Sentinel], Limits = new SprintLimits { MaxParallel = 4 },
        },
        new TickStarted { Sprint = 7, At = At, Tick = 2 },
        new SessionRequested { Sprint = 7, At = At, Session = Session, Tick = 2, Base = Names.Commit("base"), Reason = RunReason.Conflict, Mails = ["0194a1"] },
        new SessionStarted { Sprint = 7, At = At, Session = Session, Caution = "The patch is gone." },
        new SessionObserved { Sprint = 7, At = At, Session = Session, State = SessionState.AwaitingFeedback, Detail = "It asks which file." },
        new SessionEnded { Sprint = 7, At = At, Session = Session, State = SessionState.Failed, Failure = "9f2c", Detail = "exit code 3" },
        new PatchCaptured { Sprint = 7, At = At, Session = Session, Patch = Names.Patch("p"), Commit = Names.Commit("p"), Message = "Tidy the index", Unrecorded = "the disk is full", Returned = 1 },
        new WeaveStarted { Sprint = 7, At = At, Weave = 1, Tick = 2, Tip = Names.Commit("base"), Patches = [new PatchInWeave(Session, Names.Patch("p"), Names.Commit("p"))], Time = At },
        new PatchLanded { Sprint = 7, At = At, Weave = 1, Session = Session, Patch = Names.Patch("p"), Commit = Names.Commit("landed") },
        new PatchConflicted
        {
            Sprint = 7, At = At, Weave = 1, Session = Session, Patch = Names.Patch("p"), Kinds = ["content", "add/add"], Paths = ["README.md"],
            Counterparts = [new CounterpartPatch(Sentinel, Names.Patch("q")), new CounterpartPatch(null, null)], Rivals = [Sentinel], Digest = "77ab", Onto = Names.Tree("tip"),
        },
        new PatchRejected { Sprint = 7, At = At, Weave = 1, Session = Session, Patch = Names.Patch("p"), Outcome = PatchOutcome.Rejected, Reason = "Verification failed.", Digest = "77ab" },
        new PatchHeld { Sprint = 7, At = At, Weave = 1, Session = Session, Patch = Names.Patch("p"), Paths = [".github/workflows/ci.yml"], Reason = "It changes a workflow." },
        new VerificationRan { Sprint = 7, At = At, Weave = 1, Tree = Names.Tree("tip"), Passed = false, Log = "weaves/7-1/verify.log", Digest = "77ab", Reason = "the step 'build' ended with exit code 1; it printed nothing.", Seconds = 12.5 },
        new LandingPublished { Sprint = 7, At = At, Weave = 1, Commit = Names.Commit("landed"), Tree = Names.Tree("tip"), Branch = "troupe/sprint-7" },
        new MailPosted { Sprint = 7, At = At, Key = "report:curator", To = Curator, Message = "0194a2", Session = Session },
        new ReworkRequested { Sprint = 7, At = At, Persona = Curator, Reason = RunReason.Mail, Mails = ["0194a1"] },
        new PersonaSkipped { Sprint = 7, At = At, Persona = Curator, Reason = SkipReason.NoProgress, Detail = "It came to the same patch twice." },
        new SprintPaused { Sprint = 7, At = At, Reason = "weave failed 5 times: no space left" },
        new HumanNotified { Sprint = 7, At = At, Key = "s7:skipped:curator:2", Persona = Curator, Message = "0194a3" },
        new ModeFellBack { Sprint = 7, At = At, From = SprintMode.Parallel, To = SprintMode.Sequential, Reason = "The tree of weave 1 is red." },
        new BudgetReached { Sprint = 7, At = At, Budget = "tokens", Persona = Curator, Limit = 1000, Used = 1200.5 },
        new TickEnded { Sprint = 7, At = At, Tick = 2 },
        new SprintEnded { Sprint = 7, At = At, Ending = SprintEnding.Completed, Head = Names.Commit("landed"), Tree = Names.Tree("tip") },
        new CommandIntended { Sprint = 7, At = At, Command = CommandNames.CancelSession, Key = "cancel_session:s7-curator-2", Detail = "s7-curator-2" },
        new CommandDone { Sprint = 7, At = At, Command = CommandNames.CancelSession, Key = "cancel_session:s7-curator-2", Detail = "it was over" },
        new CommandFailed { Sprint = 7, At = At, Command = CommandNames.Weave, Key = "s7:weave:1", Error = "no space left" },
        new WeaveDropped { Sprint = 7, At = At, Weave = 1, Patches = [Names.Patch("p"), Names.Patch("q")], Reason = "The lead ended the sprint." },
        new PatchAcked { Sprint = 7, At = At, Session = Session, Patch = Names.Patch("p"), By = "Ada <ada@example.org>", Reason = "The workflow is right." },
        new PatchDeclined { Sprint = 7, At = At, Session = Session, Patch = Names.Patch("p"), By = "Ada <ada@example.org>", Reason = "Workflows are not yours." },
    ];

    public static IEnumerable<TheoryDataRow<string>> Kinds() => SprintEventKinds.All.Select(kind => new TheoryDataRow<string>(kind));

    public static SprintEvent Of(string kind) => All.Single(sample => SprintEventKinds.Of(sample) == kind);
}
