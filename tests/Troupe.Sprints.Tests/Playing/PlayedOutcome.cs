using Troupe.Core;

namespace Troupe.Sprints.Tests;

/// <summary>What comes of each command in a <see cref="Play"/>.</summary>
internal static class PlayedOutcome
{
    public static IEnumerable<SprintEvent> Of(Play play, SprintCommand command, Dictionary<SessionId, SessionSight> sessions)
    {
        switch (command)
        {
            case StartSession start:
                sessions[start.Session] = play.Session(start.Session);
                return [new SessionStarted { Sprint = 1, At = play.Now, Session = start.Session }];
            case CancelSession cancel:
                sessions[cancel.Session] = new SessionSight(SessionState.Cancelled);
                return [new CommandDone { Sprint = 1, At = play.Now, Command = cancel.Name, Key = cancel.Key }];
            case CapturePatch capture:
                return [Captured(play, capture)];
            case WeavePatches weave:
                return Woven(play, weave).ToEvents(play.State, weave, play.Now);
            case SendReport report:
                return [new MailPosted { Sprint = 1, At = play.Now, Key = report.Key, To = report.Session.Persona, Message = $"m-{report.Key}", Session = report.Session }];
            case NotifyHuman notify:
                return [new HumanNotified { Sprint = 1, At = play.Now, Key = notify.Key, Persona = notify.Persona, Message = $"m-{notify.Key}" }];
            case ForwardTarget:
                return [new CommandDone { Sprint = 1, At = play.Now, Command = command.Name, Key = command.Key }];
            case EndSprint end:
                return [end.Ended];
            default:
                return [];
        }
    }

    private static PatchCaptured Captured(Play play, CapturePatch capture)
    {
        var word = play.Delivery(capture.Session);
        return new PatchCaptured
        {
            Sprint = 1, At = play.Now, Session = capture.Session,
            Patch = word is null ? null : Names.Patch(word),
            Commit = word is null ? null : Names.Commit(word),
            Unrecorded = play.Unrecorded(capture.Session),
        };
    }

    private static WeaveOutcome Woven(Play play, WeavePatches weave)
    {
        var verdicts = weave.Patches
            .Select(patch => play.Verdict(weave, patch.Session) ?? new PatchVerdict
            {
                Session = patch.Session, Outcome = PatchOutcome.Landed, Commit = Names.Commit($"landed {patch.Session} {weave.Weave}"),
            })
            .ToList();
        var landed = verdicts.Where(verdict => verdict.Outcome == PatchOutcome.Landed).ToList();
        return new WeaveOutcome
        {
            Verdicts = verdicts,
            Tree = landed.Count == 0 ? play.State.Tree : Names.Tree($"{play.State.Tree} {string.Join(' ', landed.Select(verdict => verdict.Session))}"),
            Head = landed.Count == 0 ? null : landed[^1].Commit,
            Verification = landed.Count == 0 ? null : play.Verification(weave) ?? new VerificationVerdict(true, null, null, 1),
        };
    }
}
