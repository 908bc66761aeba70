using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>What landed stays landed, and no patch that a session delivered is ever lost.</summary>
internal sealed class LandedBooks(FakeWorld world)
{
    private readonly HashSet<PatchId> _landed = [];
    private readonly Dictionary<SessionId, PatchId> _captured = [];
    private readonly HashSet<(SessionId Session, PatchId Patch)> _acked = [];
    private readonly HashSet<(int Weave, SessionId Session)> _judged = [];
    private (CommitId? Branch, bool IsOrdered) _abort;

    public void Check(SprintState before, SprintEvent happened, SprintState after)
    {
        switch (happened)
        {
            case PatchLanded e:
                Require(_landed.Add(e.Patch), $"{e.Patch} landed twice");
                Require(
                    world.Repository.Patches[e.Patch].Trouble != PatchOutcome.Held || _acked.Contains((e.Session, e.Patch)),
                    $"{e.Patch} landed although nobody agreed to it");
                Once(e.Weave, e.Session);
                break;
            case PatchConflicted e:
                Once(e.Weave, e.Session);
                break;
            case PatchRejected { Weave: { } weave } e:
                Once(weave, e.Session);
                break;
            case PatchHeld e:
                Once(e.Weave, e.Session);
                break;
            case PatchAcked e when before.Held.Exists(held => held.Event.Session == e.Session && held.Answer is null):
                _acked.Add((e.Session, e.Patch));
                break;
            case PatchDeclined e when before.Held.Exists(held => held.Event.Session == e.Session && held.Answer is null):
                Require(!_landed.Contains(e.Patch), $"{e.Patch} had landed when it was rejected");
                break;
            case PatchCaptured { Patch: { } patch } e:
                Require(_captured.TryAdd(e.Session, patch), $"{e.Session} was captured twice");
                break;
            case CommandIntended { Command: CommandNames.Abort } when !_abort.IsOrdered:
                _abort = (world.Repository.Branch, IsOrdered: true);
                break;
            case WeaveDropped:
                Require(before.BranchHead == world.Repository.Branch, "a weave was dropped that had been published");
                break;
            case LandingPublished e:
                Require(_landed.IsSubsetOf(world.Repository.HeldBy(e.Commit)), "a landing lost what had landed");
                Require(world.Repository.Branch == e.Commit, "a landing was recorded that the branch does not point at");
                break;
        }

        Require(before.Roster.All(persona => after.Personas[persona.Id].Landings.Count >= persona.Landings.Count), "a landing was taken back");
    }

    public void CheckEnd(SprintState state)
    {
        Require(_landed.SetEquals(world.Repository.HeldBy(state.Tip)), "the tip does not hold what landed");
        foreach (var session in world.Agents.Sessions.Where(session => session.Delivery is not null))
        {
            Require(
                _captured.GetValueOrDefault(session.Id) == session.Delivery!.Id || state.Kept.Contains(session.Id),
                $"the patch of {session.Id} was lost");
        }

        Require(!_abort.IsOrdered || _abort.Branch == world.Repository.Branch, "something was published after the lead ended the sprint");

        var outcomes = state.Outcomes.Select(outcome => outcome.Session).ToList();
        Require(outcomes.Count == outcomes.Distinct().Count(), "a run has two outcomes");
        Require(
            state.Ended!.Ending == SprintEnding.Aborted || state.Roster.All(persona => persona.Standing is Standing.Done or Standing.Skipped),
            "the sprint ended while somebody had work left");
    }

    private void Once(int weave, SessionId session) => Require(_judged.Add((weave, session)), $"{session} was judged twice in weave {weave}");

    private static void Require(bool holds, string what) => InvariantWatch.Require(holds, what);
}
