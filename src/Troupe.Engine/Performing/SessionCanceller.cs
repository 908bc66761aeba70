using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Performs <see cref="CancelSession"/>.</summary>
internal sealed class SessionCanceller(Workplace workplace)
{
    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, CancelSession command, CancellationToken cancellationToken)
    {
        await workplace.Agents.Of(command.Session).CancelAsync(command.Session, cancellationToken);
        return [Done.Of(workplace, state, command)];
    }
}
