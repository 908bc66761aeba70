using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Performs <see cref="ForwardTarget"/>. A branch that is checked out somewhere is never moved under its owner.</summary>
internal sealed class TargetForwarder(Workplace workplace)
{
    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, ForwardTarget command, CancellationToken cancellationToken)
    {
        var found = await workplace.Repository.ResolveAsync($"refs/heads/{command.Target}", cancellationToken);
        LandingCheck.Require(
            await workplace.Forge.FastForwardTargetAsync(command.Target, command.Head, found, cancellationToken));
        return [Done.Of(workplace, state, command, $"{command.Target} is at {command.Head}")];
    }
}
