using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Performs commands, each by whoever knows how; what cannot be done is an outcome like any other.</summary>
internal sealed class Performer(Workplace workplace)
{
    private readonly SessionStarter _sessions = new(workplace);
    private readonly SessionCanceller _canceller = new(workplace);
    private readonly PatchCapturer _patches = new(workplace);
    private readonly PatchWeaver _weaver = new(workplace);
    private readonly ReportSender _reports = new(workplace);
    private readonly LeadNotifier _lead = new(workplace);
    private readonly TargetForwarder _target = new(workplace);
    private readonly SprintCloser _closer = new(workplace);

    /// <summary>The events that say what came of it.</summary>
    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, SprintCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return command switch
            {
                Note => [],
                StartSession start => await _sessions.PerformAsync(state, start, cancellationToken),
                CancelSession cancel => await _canceller.PerformAsync(state, cancel, cancellationToken),
                CapturePatch capture => await _patches.PerformAsync(state, capture, cancellationToken),
                WeavePatches weave => await _weaver.PerformAsync(state, weave, cancellationToken),
                SendReport report => await _reports.PerformAsync(state, report, cancellationToken),
                NotifyHuman notice => await _lead.PerformAsync(state, notice, cancellationToken),
                ForwardTarget forward => await _target.PerformAsync(state, forward, cancellationToken),
                EndSprint end => await _closer.PerformAsync(state, end, cancellationToken),
                _ => throw new InvalidOperationException($"{command.GetType().Name} has nobody to perform it."),
            };
        }
        catch (TroupeException failure) when (failure.Code != ErrorCode.Storage)
        {
            // A log that cannot be written cannot take this event either: storage failures end the run.
            return
            [
                new CommandFailed
                {
                    Sprint = state.Number,
                    At = workplace.Time.GetUtcNow(),
                    Command = command.Name,
                    Key = command.Key,
                    Error = EventBounds.Fit(failure.Message),
                }
            ];
        }
    }
}
