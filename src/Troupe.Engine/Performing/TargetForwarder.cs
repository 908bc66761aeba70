using Troupe.Core;
using Troupe.Forges;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Performs <see cref="ForwardTarget"/>. A branch that is checked out somewhere is never moved under its owner.</summary>
internal sealed class TargetForwarder(Workplace workplace)
{
    /// <exception cref="TroupeException">The target was left alone; the message says why.</exception>
    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, ForwardTarget command, CancellationToken cancellationToken)
    {
        var found = await workplace.Repository.ResolveAsync($"refs/heads/{command.Target}", cancellationToken);
        var outcome = await workplace.Forge.FastForwardTargetAsync(command.Target, command.Head, found, cancellationToken);
        var target = Printable.Escape(command.Target);
        return outcome switch
        {
            LandingOutcome.Landed => [Done.Of(workplace, state, command, $"{command.Target} is at {command.Head}")],
            LandingOutcome.InUse use => throw new TroupeException(
                ErrorCode.Busy,
                $"{target} is {use.Why} in '{Printable.Escape(use.Folder)}', and a branch is never moved under a checkout."),
            LandingOutcome.Moved moved => throw new TroupeException(
                ErrorCode.RefMoved, $"{target} was moved by somebody else in this very moment, to {moved.Found?.Value ?? "nothing"}."),
            LandingOutcome.NotAhead behind => throw new TroupeException(
                ErrorCode.RefMoved, $"{target} has commits that the sprint's branch lacks ({behind.Found.Value[..10]})."),
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no known landing outcome."),
        };
    }
}
