namespace Troupe.Sprints;

/// <summary>The persisted names of commands, in <c>command_intended</c>, <c>command_done</c> and <c>command_failed</c>.</summary>
public static class CommandNames
{
    public const string StartSession = "start_session";
    public const string CancelSession = "cancel_session";
    public const string CapturePatch = "capture_patch";
    public const string Weave = "weave";
    public const string SendMail = "send_mail";
    public const string NotifyHuman = "notify_human";
    public const string ForwardTarget = "forward_target";
    public const string EndSprint = "end_sprint";

    /// <summary>An order of the lead: end the sprint, keep every patch.</summary>
    public const string Abort = "abort";

    /// <summary>An order of the lead: go on after a pause.</summary>
    public const string Resume = "resume";

    /// <summary>An order of the lead: the persona in <c>detail</c> may run once more.</summary>
    public const string Retry = "retry";
}
