using Troupe.Sprints;
using static Troupe.Analytics.ColumnType;

namespace Troupe.Analytics;

/// <summary>The views over sprints.</summary>
internal static class SprintViews
{
    public static ViewOf<SprintRow> Sprints { get; } = new("sprints", "One sprint as it stands.",
    [
        new("sprint", Integer, "Its number, from 1.", row => row.Report.Sprint),
        new("state", Text, "One of running, paused, aborting, aborted, completed.", row => row.Report.State),
        new("mode", Text, "The mode that it started in: sequential or parallel.", row => Words.Of(row.Report.Mode)),
        new("reason", Text, "Why that mode.", row => row.Report.Reason),
        new("fallback", Text, "Why the mode changed on the way.", row => row.Report.Fallback),
        new("started_at", Timestamp, "When it began.", row => row.State.Start.At),
        new("ended_at", Timestamp, "When it ended.", row => row.State.Ended?.At),
        new("ticks", Integer, "How many ticks did something.", row => row.Report.Ticks),
        new("personas", Texts, "Its roster.", row => Cell.Texts(row.Report.Personas)),
        new("landed", Texts, "Who landed at least one patch.", row => Cell.Texts(row.Report.Landed)),
        new("skipped", Texts, "Who was skipped without having landed anything.", row => Cell.Texts(row.Report.Skipped)),
        new("unchanged", Texts, "Who had nothing to change.", row => Cell.Texts(row.Report.Unchanged)),
        new("reworks", Integer, "Sessions that were to redo a patch which had not landed.", row => row.Report.Reworks),
        new("mails", Integer, "Messages that the engine sent.", row => row.Report.Mails),
        new("base", Text, "The commit that it began from.", row => row.Report.Base),
        new("branch", Text, "Its branch; null where nothing landed.", row => row.Report.Branch),
        new("target", Text, "The branch that its work is meant for.", row => row.State.Start.Target),
        new("head", Text, "The head of its branch; the base where nothing landed.", row => row.Report.Head),
        new("tree", Text, "The tree of that commit.", row => row.Report.Tree),
    ]);

    public static ViewOf<SessionRow> Sessions { get; } = new("sessions", "One run of one persona.",
    [
        new("session", Text, "Its id.", row => row.Session.ToString()),
        new("sprint", Integer, "The sprint that it belongs to.", row => row.Sprint),
        new("persona", Text, "Who ran.", row => row.Session.Persona.Value),
        new("attempt", Integer, "Which run of the persona in this sprint, from 1.", row => row.Session.Attempt),
        new("tick", Integer, "The tick that asked for it.", row => row.Tick),
        new("reason", Text, "Why it ran: first, conflict, rejection, malformed, failure, mail or retry.", row => row.Reason),
        new("base", Text, "The commit that it began from.", row => row.Base),
        new("state", Text, "Its latest known state.", row => row.State),
        new("requested_at", Timestamp, "When it was asked for.", row => row.RequestedAt),
        new("started_at", Timestamp, "When the agent had it.", row => row.StartedAt),
        new("ended_at", Timestamp, "When it had ended.", row => row.EndedAt),
        new("failure", Text, "A digest that is the same when the same thing went wrong again.", row => row.Failure),
        new("detail", Text, "How it stands or ended, in words.", row => row.Detail),
        new("patch", Text, "The patch that it delivered.", row => row.Patch),
    ]);

    public static ViewOf<PatchRow> Patches { get; } = new("patches", "One patch that a session delivered.",
    [
        new("sprint", Integer, "The sprint that it belongs to.", row => row.Sprint),
        new("session", Text, "The session that delivered it.", row => row.Session.ToString()),
        new("persona", Text, "Whose patch.", row => row.Session.Persona.Value),
        new("patch", Text, "Its content hash; null: it was refused before it had one.", row => row.Patch),
        new("captured_at", Timestamp, "When it was safe.", row => row.CapturedAt),
        new("captured_commit", Text, "The commit that holds it as it was delivered.", row => row.Commit),
        new("outcome", Text, "landed, conflicted, rejected, redundant, malformed, stale, held or dropped; null: not decided.", row => row.Outcome),
        new("outcome_at", Timestamp, "When that was decided.", row => row.OutcomeAt),
        new("weave", Integer, "The weave that decided it.", row => row.Weave),
        new("landed_commit", Text, "Its commit on the sprint's branch.", row => row.LandedCommit),
        new("reason", Text, "Why it did not land.", row => row.Reason),
    ]);

    public static ViewOf<ConflictRow> Conflicts { get; } = new("conflicts", "One patch that collided with what had landed.",
    [
        new("sprint", Integer, "The sprint that it happened in.", row => row.Conflict.Sprint),
        new("weave", Integer, "The weave that found it.", row => row.Conflict.Weave),
        new("session", Text, "Whose session's patch.", row => row.Conflict.Session.ToString()),
        new("persona", Text, "Whose patch.", row => row.Conflict.Session.Persona.Value),
        new("patch", Text, "Its content hash.", row => row.Conflict.Patch.ToString()),
        new("found_at", Timestamp, "When it was found.", row => row.Conflict.At),
        new("kinds", Texts, "What kinds of conflicts.", row => Cell.Texts(row.Conflict.Kinds)),
        new("paths", Texts, "The files.", row => Cell.Texts(row.Conflict.Paths)),
        new("counterparts", Texts, "The personas whose landed patches it met.", row => Cell.Texts([.. row.Conflict.Counterparts.Select(other => other.Persona?.Value).OfType<string>().Distinct()])),
        new("counterpart_patches", Texts, "Those patches.", row => Cell.Texts([.. row.Conflict.Counterparts.Select(other => other.Patch?.ToString()).OfType<string>().Distinct()])),
        new("rivals", Texts, "Personas whose patches did not land either and collide with it.", row => Cell.Texts(row.Conflict.Rivals)),
        new("digest", Text, "The same where the same conflict was met again.", row => row.Conflict.Digest),
        new("onto", Text, "The tree that it was carried onto.", row => row.Conflict.Onto.ToString()),
        new("report", Text, "The blob that holds the whole report.", row => row.Conflict.Report),
    ]);
}
