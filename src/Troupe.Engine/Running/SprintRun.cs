using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>
/// One sprint under way in this process: observe, decide, record the intent, act, record the outcome. Holds no decision
/// and no mechanism of its own. After a crash another one goes on from the log.
/// </summary>
/// <param name="workplace">What the sprint works with.</param>
/// <param name="ledger">The sprint log, read up to its end.</param>
/// <param name="sprint">The sprint's number.</param>
/// <param name="watcher">Is told of every event; null: nobody looks on.</param>
public sealed class SprintRun(Workplace workplace, SprintLedger ledger, int sprint, ISprintWatcher? watcher)
{
    private readonly Observer _observer = new(workplace);
    private readonly Performer _performer = new(workplace);

    public SprintState State { get; private set; } = ledger.Require(sprint);

    /// <summary>How many events this process recorded or took in.</summary>
    public int Events { get; private set; }

    private bool IsOver => State.Ended is not null || State.Paused is not null;

    /// <summary>Goes on until the sprint has ended or is paused.</summary>
    /// <exception cref="TroupeException">The log or the repository cannot be used. What was recorded stays; the sprint can be resumed.</exception>
    public async Task ToEndAsync(CancellationToken cancellationToken)
    {
        var pause = new Pause(workplace.Time);
        while (!IsOver)
        {
            if (await StepAsync(cancellationToken))
            {
                pause.Reset();
                continue;
            }

            await pause.WaitAsync(cancellationToken);
            // Another process may have written an order of the lead: abort, resume, retry.
            Take(await ledger.RefreshAsync(cancellationToken));
        }
    }

    /// <summary>Does everything that can be done without waiting for a session: one step of a scheduler without memory.</summary>
    public async Task UntilIdleAsync(CancellationToken cancellationToken)
    {
        while (!IsOver && await StepAsync(cancellationToken))
        {
        }
    }

    /// <summary>What would be done now; does nothing.</summary>
    public async Task<IReadOnlyList<SprintCommand>> ForeseeAsync(CancellationToken cancellationToken) =>
        SprintDecision.Decide(State, await _observer.ObserveAsync(State, cancellationToken));

    /// <summary>False: there was nothing to do.</summary>
    private async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        var commands = await ForeseeAsync(cancellationToken);
        foreach (var command in commands)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (command is EndSprint && await HasNewsAsync(cancellationToken))
            {
                // The lead may have agreed to a patch in the last moment.
                break;
            }

            await RecordAsync(command.Intent, cancellationToken);
            var wasAborting = State.IsAborting;
            var outcome = command is WeavePatches && !wasAborting
                ? await WeaveAsync(command, cancellationToken)
                : await _performer.PerformAsync(State, command, cancellationToken);
            // What was done belongs into the log, whatever the user wishes by now.
            await RecordAsync(outcome, CancellationToken.None);
            if (State.IsAborting != wasAborting)
            {
                // What else was decided was decided for a sprint that goes on.
                break;
            }
        }

        return commands.Count > 0;
    }

    /// <summary>A weave can take as long as the verify commands do: the lead's order to end the sprint stops it on the way.</summary>
    private async Task<IReadOnlyList<SprintEvent>> WeaveAsync(SprintCommand command, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var weaving = _performer.PerformAsync(State, command, stop.Token);
        try
        {
            await WatchForAbortAsync(weaving, cancellationToken);
        }
        finally
        {
            if (!weaving.IsCompleted)
            {
                await stop.CancelAsync();
            }

            await ((Task)weaving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // Whether it was published before it was stopped is seen, and decided upon, next.
        return weaving.IsCanceled && !cancellationToken.IsCancellationRequested ? [] : await weaving;
    }

    private async Task WatchForAbortAsync(Task weaving, CancellationToken cancellationToken)
    {
        var pause = new Pause(workplace.Time);
        while (!State.IsAborting)
        {
            if (await Task.WhenAny(weaving, pause.WaitAsync(cancellationToken)) == weaving)
            {
                return;
            }

            Take(await ledger.RefreshAsync(cancellationToken));
        }
    }

    private async Task RecordAsync(IReadOnlyList<SprintEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count > 0)
        {
            Take(await ledger.AppendAsync(events, cancellationToken));
        }
    }

    private async Task<bool> HasNewsAsync(CancellationToken cancellationToken)
    {
        var news = await ledger.RefreshAsync(cancellationToken);
        Take(news);
        return news.Any(happened => happened.Sprint == sprint);
    }

    private void Take(IReadOnlyList<SprintEvent> events)
    {
        foreach (var happened in events.Where(happened => happened.Sprint == sprint))
        {
            State = SprintEvolution.Evolve(State, happened);
            Events++;
            watcher?.Happened(happened, State);
        }
    }
}
