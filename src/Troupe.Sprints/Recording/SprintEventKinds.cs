namespace Troupe.Sprints;

/// <summary>The persisted names of the events. Names are only ever added, never changed.</summary>
public static class SprintEventKinds
{
    public static IReadOnlyList<string> All { get; } =
    [
        "sprint_started",
        "tick_started",
        "session_requested",
        "session_started",
        "session_observed",
        "session_ended",
        "patch_captured",
        "weave_started",
        "patch_landed",
        "patch_conflicted",
        "patch_rejected",
        "patch_held",
        "verification_ran",
        "landing_published",
        "mail_posted",
        "rework_requested",
        "persona_skipped",
        "sprint_paused",
        "human_notified",
        "mode_fell_back",
        "budget_reached",
        "tick_ended",
        "sprint_ended",
        "command_intended",
        "command_done",
        "command_failed",
        "weave_dropped",
        "patch_acked",
        "patch_declined",
    ];

    public static bool IsKnown(string kind) => All.Contains(kind, StringComparer.Ordinal);

    public static string Of(SprintEvent happened) => happened switch
    {
        SprintStarted => "sprint_started",
        TickStarted => "tick_started",
        SessionRequested => "session_requested",
        SessionStarted => "session_started",
        SessionObserved => "session_observed",
        SessionEnded => "session_ended",
        PatchCaptured => "patch_captured",
        WeaveStarted => "weave_started",
        PatchLanded => "patch_landed",
        PatchConflicted => "patch_conflicted",
        PatchRejected => "patch_rejected",
        PatchHeld => "patch_held",
        VerificationRan => "verification_ran",
        LandingPublished => "landing_published",
        MailPosted => "mail_posted",
        ReworkRequested => "rework_requested",
        PersonaSkipped => "persona_skipped",
        SprintPaused => "sprint_paused",
        HumanNotified => "human_notified",
        ModeFellBack => "mode_fell_back",
        BudgetReached => "budget_reached",
        TickEnded => "tick_ended",
        SprintEnded => "sprint_ended",
        CommandIntended => "command_intended",
        CommandDone => "command_done",
        CommandFailed => "command_failed",
        WeaveDropped => "weave_dropped",
        PatchAcked => "patch_acked",
        PatchDeclined => "patch_declined",
        _ => throw new InvalidOperationException($"{happened.GetType().Name} has no kind."),
    };
}
