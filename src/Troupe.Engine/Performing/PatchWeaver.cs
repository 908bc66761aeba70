using Troupe.Core;
using Troupe.Sprints;
using Troupe.Weaving;

namespace Troupe.Engine;

/// <summary>
/// Performs <see cref="WeavePatches"/>: weave, verify exactly what came out, publish it if it passed. Everything follows from
/// the recorded intent, so that a weave that a crash cut short comes to the same commits when it is done again.
/// </summary>
internal sealed class PatchWeaver(Workplace workplace)
{
    private readonly Weaver _weaver = new(workplace.Repository, workplace.State.WeavesFolder);
    private readonly TreeVerification _verification = new(workplace);
    private readonly VerdictWriter _verdicts = new(workplace);

    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, WeavePatches command, CancellationToken cancellationToken)
    {
        try
        {
            return await WeaveAsync(state, command, cancellationToken);
        }
        catch (TroupeException failure) when (
            command.IsLastTry && failure.Code == ErrorCode.Git && command.Patches is [_] && GitHealth.MayBeThePatchs(failure))
        {
            await GitHealth.RequireAsync(workplace, cancellationToken);
            return [Refusal(state, command, failure)];
        }
    }

    private PatchRejected Refusal(SprintState state, WeavePatches command, TroupeException failure)
    {
        var reason = EventBounds.Fit($"It cannot be woven: {failure.Message}");
        return new PatchRejected
        {
            Sprint = state.Number,
            At = workplace.Time.GetUtcNow(),
            Weave = command.Weave,
            Session = command.Patches[0].Session,
            Patch = command.Patches[0].Patch,
            Outcome = PatchOutcome.Malformed,
            Reason = reason,
            Digest = FailureDigest.Of(command.Patches[0].Session, reason),
        };
    }

    private async Task<IReadOnlyList<SprintEvent>> WeaveAsync(
        SprintState state, WeavePatches command, CancellationToken cancellationToken)
    {
        var settings = await TipSettings.ReadAsync(workplace, command.Tip, cancellationToken);
        var forks = await workplace.Repository.ResolveAsync([.. command.Patches.Select(patch => $"{patch.Commit}^")], cancellationToken);
        await using var weave = await _weaver.WeaveAsync(
            new WeaveRequest
            {
                Tip = command.Tip,
                Patches = [.. command.Patches.Zip(forks, Source)],
                CommitTime = command.Time,
                Sprint = state.Number,
                Order = WeaveOrders.Parse(settings.Weaver.Order),
                UnionPaths = settings.Weaver.UnionPaths,
                Drivers = settings.Weaver.Drivers,
                Regenerate = settings.Weaver.Regenerate,
                Regenerator = new LockRegenerator(workplace.State, workplace.Environment),
                Policy = workplace.HoldsPatches,
                Acked = [.. command.Patches.Where(patch => patch.Acked == true).Select(patch => patch.Patch.Value)],
            },
            cancellationToken);
        var isPublished = await IsPublishedAsync(command, weave, cancellationToken);
        if (state is { IsAborting: true, Weave: { IsVoidable: true } open } && !isPublished)
        {
            // The branch is where somebody else put it: nothing new is verified, or published, in a sprint that the lead ended.
            return [open.DroppedByAbort(workplace.Time.GetUtcNow())];
        }

        var verification = weave.Tree == command.Verified || isPublished
            ? null
            : await _verification.RunAsync(state.Number, command.Weave, weave, settings.Weaver, cancellationToken);
        // Before the branch moves: what is stored for nothing does no harm, a landing that nobody recorded would.
        var verdicts = await _verdicts.WriteAsync(command, weave, cancellationToken);
        if (weave.Head is { } head && verification is not { Passed: false })
        {
            await weave.PublishAsync(cancellationToken);
            LandingCheck.Require(
                await workplace.Forge.PublishLandingAsync(state.Number, head, command.BranchHead, cancellationToken));
        }

        var outcome = new WeaveOutcome
        {
            Verdicts = verdicts,
            Tree = weave.Tree,
            Head = weave.Head,
            Verification = verification,
        };
        return outcome.ToEvents(state, command, workplace.Time.GetUtcNow());
    }

    /// <summary>
    /// A branch that is at this very commit was moved there by this weave, before a crash, because the tree had passed:
    /// a flaky check must not take back what is published.
    /// </summary>
    private async Task<bool> IsPublishedAsync(WeavePatches command, Weave weave, CancellationToken cancellationToken) =>
        weave.Head is { } head
        && await workplace.Repository.Refs.FindAsync($"refs/heads/{command.Branch}", cancellationToken) == head;

    private static WeavePatch Source(PatchInWeave patch, CommitId fork) => new()
    {
        Label = patch.Session.ToString(),
        Source = new PatchSource.Delivery(fork, patch.Commit),
        Persona = patch.Session.Persona,
        Session = patch.Session.ToString(),
        Weight = WeightOf(patch.Session.Attempt),
    };

    // Who has been sent back goes before who has not, but not before two of them, at first; so nobody is sent back for ever. Priority and
    // age are in the order of arrival, which decides among equals.
    private static int WeightOf(int attempt) => WeavePatch.UsualWeight + ((attempt - 1) * WeavePatch.UsualWeight / 2);
}
