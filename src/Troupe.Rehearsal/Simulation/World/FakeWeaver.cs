using System.Collections.Immutable;
using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>Folds patches in their order; a patch collides with what landed since its base, as the affinities have it.</summary>
internal sealed class FakeWeaver(Dice dice, FakeRepository repository, Affinities affinities)
{
    public WeaveOutcome Weave(WeavePatches command)
    {
        var head = command.Tip;
        var verdicts = new List<PatchVerdict>();
        foreach (var woven in command.Patches)
        {
            var verdict = Judge(woven, head, command);
            verdicts.Add(verdict);
            head = verdict.Commit ?? head;
        }

        var tree = repository.TreeOf(head);
        var landed = head != command.Tip;
        return new WeaveOutcome
        {
            Verdicts = verdicts,
            Tree = tree,
            Head = landed ? head : null,
            Verification = landed && command.Verified != tree ? Verify(head) : null,
        };
    }

    private PatchVerdict Judge(PatchInWeave woven, CommitId head, WeavePatches command)
    {
        var patch = repository.Patches[woven.Patch];
        var isFree = woven.Acked == true && patch.Trouble == PatchOutcome.Held;
        var alreadyThere = repository.HeldBy(head).Contains(patch.Id) ? PatchOutcome.Redundant : isFree ? null : patch.Trouble;
        if (alreadyThere is { } trouble)
        {
            return new PatchVerdict { Session = woven.Session, Outcome = trouble, Reason = $"it is {trouble}", Digest = Invented.Digest($"{woven.Session} {trouble}") };
        }

        var against = Against(patch, repository.HeldBy(head));
        return against.Count > 0
            ? Conflict(woven, patch, against, head, command)
            : new PatchVerdict { Session = woven.Session, Outcome = PatchOutcome.Landed, Commit = repository.Commit(head, patch.Id, command.Time) };
    }

    private List<FakePatch> Against(FakePatch patch, ImmutableHashSet<PatchId> held)
    {
        var since = held.Except(patch.Known).Select(id => repository.Patches[id]).OrderBy(other => other.Id.Value, StringComparer.Ordinal).ToList();
        var against = since.Where(other => affinities.Collide(patch.Persona, other.Persona)).ToList();
        foreach (var (one, other) in affinities.JointlyAgainst(patch.Persona))
        {
            var both = since.Where(landed => landed.Persona == one || landed.Persona == other).ToList();
            if (both.Select(landed => landed.Persona).Distinct().Count() == 2)
            {
                against.AddRange(both.Except(against));
            }
        }

        return against;
    }

    private PatchVerdict Conflict(PatchInWeave woven, FakePatch patch, List<FakePatch> against, CommitId head, WeavePatches command)
    {
        var rivals = command.Patches.Select(other => other.Session.Persona)
            .Where(other => other != patch.Persona && affinities.Collide(patch.Persona, other) && !against.Exists(landed => landed.Persona == other));
        var content = dice.Chance($"{patch.Persona} repeats itself", 0.1) ? $"{patch.Persona}" : $"{patch.Id}";
        return new PatchVerdict
        {
            Session = woven.Session,
            Outcome = PatchOutcome.Conflicted,
            Kinds = ["content"],
            Paths = [affinities.Path(patch.Persona)],
            Counterparts = [.. against.Select(other => new CounterpartPatch(other.Persona, other.Id))],
            Rivals = [.. rivals],
            Digest = Invented.Digest($"{content} {string.Join(' ', against.Select(other => other.Persona))}"),
            Onto = repository.TreeOf(head),
        };
    }

    private VerificationVerdict Verify(CommitId head)
    {
        var red = repository.HeldBy(head).Select(id => repository.Patches[id]).Where(patch => patch.Red).ToList();
        return red.Count == 0
            ? new VerificationVerdict(Passed: true, Log: null, Digest: null, Seconds: 1)
            : new VerificationVerdict(Passed: false, "verify.log", Invented.Digest(string.Join(' ', red.Select(patch => patch.Id.Value).Order(StringComparer.Ordinal))), Seconds: 1);
    }
}
