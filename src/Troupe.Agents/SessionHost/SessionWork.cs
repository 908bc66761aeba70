using Troupe.Core;

namespace Troupe.Agents;

/// <summary>From the order to the end of the agent: prepares, runs, watches. Every outcome is a result.</summary>
internal sealed class SessionWork(
    SessionOrder order, SessionFolder folder, IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    /// <param name="stop">The host itself is asked to end.</param>
    public async Task<SessionEnding> RunAsync(CancellationToken stop)
    {
        AgentLog log;
        try
        {
            log = new AgentLog(folder.AgentLog, order.Agent.MaxOutput, time);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new SessionEnding(SessionState.Failed) { Detail = Printable.Escape(failure.Message) };
        }

        using (log)
        {
            return await RunAsync(log, stop);
        }
    }

    private async Task<SessionEnding> RunAsync(AgentLog log, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var over = new CancellationTokenSource();
        var watching = new SessionWatch(folder, log, time).RunAsync(ended.CancelAsync, over.Token);
        try
        {
            await new CheckoutPreparation(order, folder, environment).PrepareAsync(ended.Token);
            return await new AgentRun(order, folder, environment, log, time).RunAsync(ended.Token);
        }
        catch (Exception failure) when (failure is TroupeException or IOException or UnauthorizedAccessException)
        {
            return Stopped(SessionState.Failed, failure.Message, log);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return File.Exists(folder.CancelFile)
                ? Stopped(SessionState.Cancelled, "cancelled", log)
                : Stopped(SessionState.Lost, "its host was told to end, by a shutdown or by hand", log);
        }
        finally
        {
            await over.CancelAsync();
            await watching;
        }
    }

    private SessionEnding Stopped(SessionState state, string detail, AgentLog log) => new(state)
    {
        StartedAt = SessionFiles.ReadTime(folder.StartedFile),
        Detail = detail,
        OutputCut = log.IsCut,
    };
}
