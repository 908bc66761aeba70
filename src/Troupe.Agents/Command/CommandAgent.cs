using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Agents;

/// <summary>
/// Any program that edits files. Each session has a host process of its own; this class only launches it and looks at
/// the session's folder, so that it may be a different process every time.
/// </summary>
/// <param name="name">The name in the settings.</param>
/// <param name="sessionsFolder">Holds one folder per session.</param>
/// <param name="host">Started once per session.</param>
/// <param name="environment">This process's; the host sees only what it needs and what the settings allow.</param>
/// <param name="time">For the launch and its limit.</param>
public sealed class CommandAgent(
    string name, string sessionsFolder, HostProgram host, IReadOnlyDictionary<string, string> environment, TimeProvider time) : IAgent
{
    private readonly SessionSight _sight = new(environment, time);
    private readonly GivenUpSession _givenUp = new(environment, time);
    private readonly SessionCollection _collection = new(environment, time);

    public string Name { get; } = name;

    public Task StartAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var folder = Folder(request.Id);
        var order = Record(request, folder);
        if (!File.Exists(folder.ExitFile))
        {
            // Even when a host holds the lock: it may be a dying one, and a host that is not needed leaves by itself.
            SessionFiles.Write(folder.LaunchedFile, time.GetUtcNow());
            DetachedProcess.Start(new DetachedRequest
            {
                Program = host.Program,
                Arguments = [.. host.LeadingArguments, HostProgram.Command, folder.Path],
                WorkingDirectory = folder.Path,
                Environment = new Dictionary<string, string>(AgentEnvironment.OfHost(environment, order.Agent.EnvAllow), StringComparer.Ordinal)
                {
                    [AgentEnvironment.HostVariable] = folder.Path,
                },
                LogFile = folder.HostLog,
            });
        }

        return Task.CompletedTask;
    }

    public Task<SessionObservation> ObserveAsync(SessionId session, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _sight.ObserveAsync(session, Folder(session));
    }

    public Task CancelAsync(SessionId session, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var folder = Folder(session);
        if (Directory.Exists(folder.Path) && !File.Exists(folder.CancelFile))
        {
            SessionFiles.Write(folder.CancelFile, time.GetUtcNow());
        }

        return Task.CompletedTask;
    }

    public Task<string?> EndAsync(SessionId session, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _givenUp.EndAsync(Folder(session));
    }

    public Task<SessionDelivery> CollectAsync(SessionId session, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _collection.CollectAsync(session, Folder(session));
    }

    public Task<IReadOnlyList<OutboxFile>> LettersAsync(SessionId session, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var folder = Folder(session);

        if (Directory.Exists(folder.Path))
        {
            // Nobody closes this session any more, so what its checkout holds is brought in here.
            OutboxCollection.Collect(folder);
        }

        return Task.FromResult(OutboxCollection.Read(folder));
    }

    public Task ReleaseAsync(SessionId session, CancellationToken cancellationToken)
    {
        var folder = Folder(session);

        // Where nothing was recorded, the checkout may be the only place where the work is.
        if (SessionFiles.TryRead(folder.ExitFile, SessionJson.Default.SessionExit) is not { Unrecorded: false })
        {
            return Task.CompletedTask;
        }

        foreach (var copy in new[] { folder.Checkout, folder.SnapshotDirectory })
        {
            cancellationToken.ThrowIfCancellationRequested();
            SessionFiles.RemoveIfPossible(copy);
        }

        SessionFiles.RemoveDrafts(folder.Path);
        SessionFiles.RemoveDrafts(folder.Outbox);

        return Task.CompletedTask;
    }

    public Task<bool> MessageAsync(SessionId session, string text, CancellationToken cancellationToken) => Task.FromResult(false);

    private SessionFolder Folder(SessionId session) => SessionFolder.Of(sessionsFolder, session);

    // The first request counts: a second one for the same session may be a repetition by somebody who does not know of the first.
    private SessionOrder Record(SessionRequest request, SessionFolder folder)
    {
        if (SessionFiles.Read(folder.RequestFile, SessionJson.Default.SessionOrder) is { } known)
        {
            return known;
        }

        SessionFiles.CreatePrivateFolder(folder.Path);
        SessionFiles.Write(folder.PromptFile, request.Prompt);
        var order = SessionOrder.For(request, host.ToolsFolder);
        SessionFiles.Write(folder.RequestFile, order, SessionJson.Default.SessionOrder);
        return order;
    }
}
