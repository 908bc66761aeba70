using Troupe.Agents;
using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Brings what a session made into the repository and holds it there by refs.</summary>
internal sealed class PatchPinning(Workplace workplace)
{
    /// <param name="Patch">Null: the session changed nothing, or it is refused.</param>
    /// <param name="Refusal">In words: why it cannot be taken, and where it is kept.</param>
    public sealed record Outcome(Patch? Patch, string? Refusal = null);

    public async Task<Outcome> PinAsync(
        SprintState state, CapturePatch command, SessionDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Commit is not { } commit)
        {
            return new Outcome(null);
        }

        try
        {
            return new Outcome(await PinAsync(state, command, commit, delivery.GitDirectory, cancellationToken));
        }
        catch (TroupeException failure) when (
            command.IsLastTry && failure.Code == ErrorCode.Git && GitHealth.MayBeThePatchs(failure))
        {
            await GitHealth.RequireAsync(workplace, cancellationToken);
            return new Outcome(null, $"What it delivered cannot be taken into the repository, it is kept in {delivery.GitDirectory}: {failure.Message}");
        }
    }

    private async Task<Patch?> PinAsync(
        SprintState state, CapturePatch command, CommitId commit, string? gitDirectory, CancellationToken cancellationToken)
    {
        await workplace.Forge.PublishAttemptAsync(state.Number, command.Session.Persona, commit, gitDirectory, cancellationToken);

        // A change is what it did to its parent: the session's base, or, in a replay, the commit that it forked from long ago.
        var fork = await workplace.Repository.ResolveAsync($"{commit}^", cancellationToken);
        var trees = await workplace.Repository.TreesOfAsync([commit, fork], cancellationToken);
        var patch = new Patch(fork, trees[0]);
        await workplace.Forge.PinPatchAsync(patch.Id, commit, gitDirectory: null, cancellationToken);
        return patch.Result == trees[1] ? null : patch;
    }
}
