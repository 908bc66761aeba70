using Troupe.Core;

namespace Troupe.Agents;

/// <summary>One session of a recorded agent. It is over as soon as its time has passed; nothing runs meanwhile.</summary>
internal sealed class RecordedSession(SessionRequest request, RecordedScript script, TimeProvider time) : IDisposable
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Lock _gate = new();
    private Task<Recording>? _work;
    private DateTimeOffset? _cancelledAt;

    /// <summary>Starts the rework, where one has to be made; does nothing the second time.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _work ??= WorkAsync();
        }
    }

    public SessionObservation Observe()
    {
        lock (_gate)
        {
            var running = new SessionObservation(request.Id, SessionState.Running, _startedAt, time.GetUtcNow());
            if (_cancelledAt is { } cancelledAt)
            {
                return running with { State = SessionState.Cancelled, LastSignOfLife = cancelledAt, EndedAt = cancelledAt };
            }

            if (_work is not { IsCompletedSuccessfully: true, Result: var recording })
            {
                return running;
            }

            var endsAt = _startedAt + recording.After;
            return time.GetUtcNow() < endsAt
                ? running
                : running with
                {
                    State = recording.Ending,
                    LastSignOfLife = endsAt,
                    EndedAt = endsAt,
                    ExitCode = recording.Ending == SessionState.Completed ? 0 : null,
                    Detail = recording.Detail,
                };
        }
    }

    public async Task CancelAsync()
    {
        lock (_gate)
        {
            if (Observe().HasEnded)
            {
                return;
            }

            _cancelledAt = time.GetUtcNow();
        }

        await _cancellation.CancelAsync();
    }

    public async Task<SessionDelivery> CollectAsync()
    {
        if (_cancelledAt is not null)
        {
            return new SessionDelivery();
        }

        var recording = await _work!;
        return new SessionDelivery
        {
            Commit = recording.Commit,
            GitDirectory = recording.Commit is null ? null : script.GitDirectory,
            Outbox = recording.Outbox,
            Message = recording.Message ?? (recording.Commit is null ? null : request.Title),
        };
    }

    public void Dispose() => _cancellation.Dispose();

    private async Task<Recording> WorkAsync()
    {
        if (script.Recordings.TryGetValue((request.Id.Persona, request.Id.Attempt), out var recording))
        {
            return recording;
        }

        try
        {
            return new Recording { Commit = script.Rework is { } rework ? await rework(request, _cancellation.Token) : null };
        }
        catch (TroupeException failure)
        {
            return new Recording { Ending = SessionState.Failed, Detail = failure.Message };
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return new Recording { Ending = SessionState.Cancelled };
        }
    }
}
