using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>Commands, performed in the fake world; the events are those that the real engine records.</summary>
internal sealed class Performing(FakeWorld world)
{
    public IReadOnlyList<SprintEvent> Perform(SprintState state, SprintCommand command)
    {
        var (sprint, now) = (state.Number, world.Now);
        switch (command)
        {
            case StartSession start:
                world.Agents.Start(start, now);
                return [new SessionStarted { Sprint = sprint, At = now, Session = start.Session }];
            case CancelSession cancel:
                world.Agents.Cancel(cancel.Session, now);
                return [new CommandDone { Sprint = sprint, At = now, Command = cancel.Name, Key = cancel.Key }];
            case CapturePatch capture:
                return [Capture(sprint, capture)];
            case WeavePatches weave:
                return Weave(state, weave);
            case SendReport report:
                return [Report(sprint, report)];
            case NotifyHuman notify:
                var message = world.Post.Send(notify.Key, PersonaId.Lead, PersonaId.Weaver, "system");
                return [new HumanNotified { Sprint = sprint, At = now, Key = notify.Key, Persona = notify.Persona, Message = message }];
            case ForwardTarget:
                return [new CommandDone { Sprint = sprint, At = now, Command = command.Name, Key = command.Key }];
            case EndSprint end:
                return [end.Ended];
            case Note:
                return [];
            default:
                throw new BrokenInvariantException($"Nobody can perform {command.GetType().Name}.");
        }
    }

    private PatchCaptured Capture(int sprint, CapturePatch capture)
    {
        world.Write(capture.Session, "outbox");
        if (capture.Succeeded)
        {
            world.MarkRead(capture.Session, capture.Mails);
        }

        var delivery = world.Agents.End(capture.Session, world.Now) is { } obstacle
            ? new FakeDelivery(null, obstacle)
            : world.Agents.Collect(capture.Session, world.Now);
        return new PatchCaptured
        {
            Sprint = sprint, At = world.Now, Session = capture.Session,
            Patch = delivery.Patch?.Id, Commit = delivery.Patch?.Commit, Unrecorded = delivery.Unrecorded,
        };
    }

    private IReadOnlyList<SprintEvent> Weave(SprintState state, WeavePatches weave)
    {
        var outcome = world.Weaver.Weave(weave);
        if (outcome.Head is { } head && outcome.Verification is not { Passed: false })
        {
            world.Repository.Publish(head, weave.BranchHead);
            foreach (var landed in outcome.Verdicts.Where(verdict => verdict.Outcome == PatchOutcome.Landed))
            {
                world.Post.Send($"landed:{landed.Session}", landed.Session.Persona, PersonaId.Weaver, "note", goodNews: true);
            }
        }

        return outcome.ToEvents(state, weave, world.Now);
    }

    private MailPosted Report(int sprint, SendReport report)
    {
        var message = world.Post.Send(report.Key, report.Session.Persona, PersonaId.Weaver, "conflict");
        return new MailPosted { Sprint = sprint, At = world.Now, Key = report.Key, To = report.Session.Persona, Message = message, Session = report.Session };
    }
}
