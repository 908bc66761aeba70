using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>No report twice, at most one run per message and recipient, and no run for good news.</summary>
internal sealed class MailBooks(FakeWorld world)
{
    private readonly HashSet<string> _keys = [];
    private readonly HashSet<(SessionId, PersonaId)> _reports = [];
    private readonly HashSet<string> _engine = [];
    private readonly HashSet<(PersonaId, string)> _caused = [];

    public void Check(SprintEvent happened)
    {
        switch (happened)
        {
            case MailPosted e:
                InvariantWatch.Require(_keys.Add(e.Key), $"{e.Key} was posted twice");
                InvariantWatch.Require(_reports.Add((e.Session, e.To)), $"{e.To} was told twice about {e.Session}");
                _engine.Add(e.Message);
                break;
            case HumanNotified e:
                InvariantWatch.Require(_keys.Add(e.Key), $"{e.Key} was posted twice");
                break;
            case ReworkRequested e:
                foreach (var message in e.Mails)
                {
                    InvariantWatch.Require(_caused.Add((e.Persona, message)), $"{message} made {e.Persona} run twice");
                    InvariantWatch.Require(!_engine.Contains(message), $"the engine's own {message} made {e.Persona} run");
                    InvariantWatch.Require(world.Post.All.Any(head => head.Message == message && head.To == e.Persona && !head.GoodNews), $"{message} asks for nothing");
                }

                break;
        }
    }

    /// <summary>Whoever was written to by another persona has seen it, or may not run for it.</summary>
    public void CheckEnd(SprintState state)
    {
        if (state.Ended!.Ending == SprintEnding.Aborted || state.Mode == SprintMode.Sequential)
        {
            return;
        }

        foreach (var head in world.Post.Unread().Where(head => !head.GoodNews && head.From != PersonaId.Weaver))
        {
            var persona = state.Personas[head.To];
            var unanswered = persona.Shown.Contains(head.Message) || persona.Standing == Standing.Skipped
                || persona.Runs - persona.Forgiven >= state.Limits.MaxRuns;
            InvariantWatch.Require(unanswered, $"{head.Message} to {head.To} was never shown");
        }
    }
}
