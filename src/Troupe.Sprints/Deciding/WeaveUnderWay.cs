using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// A weave that has begun comes to its end before anything else: after a crash by repeating it, which gives the same
/// result. When its tree is red, a single patch is its own culprit; of several the culprit is not known, so the rest of
/// the sprint weaves and verifies one patch at a time, and the culprit convicts itself. Only the lead's order to end the
/// sprint drops it, as long as nothing of it is published.
/// </summary>
internal static class WeaveUnderWay
{
    private const int FailuresBeforeFallback = 2;

    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen) => state.Weave switch
    {
        null => null,
        { IsVoidable: true } open when state.IsAborting && !IsPublished(state, seen) => [Drop(state, seen, open)],
        { IsRed: true } open => Blame(state, seen, open),
        { } open => Repeat(state, seen, open),
    };

    private static IReadOnlyList<SprintCommand> Blame(SprintState state, Observation seen, OpenWeave open)
    {
        var intent = open.Intent;
        if (intent.Patches is not [var culprit])
        {
            return [FallBack(state, seen, $"The tree of weave {intent.Weave} is red; its {intent.Patches.Count} patches are verified one by one to find the culprit.")];
        }

        var rejected = new PatchRejected
        {
            Sprint = state.Number, At = seen.Now, Weave = intent.Weave, Session = culprit.Session, Patch = culprit.Patch,
            Outcome = PatchOutcome.Rejected, Digest = open.Verification!.Digest,
            Reason = Words(open.Verification),
        };
        return [Notes.Of(rejected, $"{culprit.Session}")];
    }

    private static string Words(VerificationRan verification)
    {
        var what = verification.Reason is { } reason ? $"Verification failed: {reason}" : "Verification failed.";
        return verification.Log is { } log ? $"{what}\nIts log is {log}." : what;
    }

    private static IReadOnlyList<SprintCommand>? Repeat(SprintState state, Observation seen, OpenWeave open)
    {
        var command = Weaving.Command(state, open.Intent);
        var failures = state.Failures.GetValueOrDefault(command.Key);
        var mayGiveUp = open.Judged.IsEmpty && !IsPublished(state, seen);
        if (state.IsAborting && failures is { Count: >= Backoff.Patience })
        {
            // What landed cannot be recorded now: an abort leaves it at that. Its patches are kept.
            return null;
        }

        return state.Mode == SprintMode.Parallel && mayGiveUp && failures is { Count: >= FailuresBeforeFallback }
            ? [FallBack(state, seen, $"Weave {open.Intent.Weave} failed {failures.Count} times: {failures.Error}")]
            : [.. Retrying.Guard(state, seen, command with { IsLastTry = mayGiveUp && failures?.Count + 1 >= Backoff.Patience })];
    }

    /// <summary>
    /// A weave can fail after it moved the branch: then what landed must be recorded, so nothing but its repetition will do.
    /// </summary>
    private static bool IsPublished(SprintState state, Observation seen) => seen.BranchHead is { } head && head != state.BranchHead;

    private static Note Drop(SprintState state, Observation seen, OpenWeave open) =>
        Notes.Of(open.DroppedByAbort(seen.Now), $"{open.Intent.Weave}");

    private static Note FallBack(SprintState state, Observation seen, string reason) => Notes.Of(
        new ModeFellBack { Sprint = state.Number, At = seen.Now, From = state.Mode, To = SprintMode.Sequential, Reason = reason },
        $"{state.Weaves}");
}
