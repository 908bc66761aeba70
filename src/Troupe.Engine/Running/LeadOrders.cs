using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>What the lead may order from another process while a sprint runs: the order is an event, the sprint sees it at its next look.</summary>
public sealed class LeadOrders(Workplace workplace, SprintLedger ledger)
{
    /// <summary>End the sprint: its sessions are stopped, every patch is kept.</summary>
    public Task AbortAsync(SprintState sprint, CancellationToken cancellationToken) =>
        OrderAsync(sprint, CommandNames.Abort, cancellationToken);

    /// <summary>Go on after a pause.</summary>
    public Task ResumeAsync(SprintState sprint, CancellationToken cancellationToken) =>
        OrderAsync(sprint, CommandNames.Resume, cancellationToken);

    private async Task OrderAsync(SprintState sprint, string order, CancellationToken cancellationToken)
    {
        if (sprint.Ended is not null)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, $"Sprint {sprint.Number} has ended already: see 'troupe sprint show {sprint.Number}'.");
        }

        await ledger.AppendAsync(
            [
                new CommandIntended
                {
                    Sprint = sprint.Number,
                    At = workplace.Time.GetUtcNow(),
                    Command = order,
                    Key = $"{order}:{sprint.Intended.Count}",
                }
            ],
            cancellationToken);
    }
}
