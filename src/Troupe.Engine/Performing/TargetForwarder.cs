using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Performs <see cref="ForwardTarget"/>. A branch that is checked out somewhere is never moved under its owner.</summary>
internal sealed class TargetForwarder(Workplace workplace)
{
    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, ForwardTarget command, CancellationToken cancellationToken)
    {
        await workplace.Forge.FastForwardTargetAsync(command.Target, command.Head, cancellationToken);
        return [Done.Of(workplace, state, command, $"{command.Target} is at {command.Head}")];
    }
}
