using Troupe.Core;

namespace Troupe.Agents;

/// <summary>While an agent works: looks for the cancel file and records signs of life.</summary>
internal sealed class SessionWatch(SessionFolder folder, AgentLog log, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    private DateTimeOffset _lastChange = time.GetUtcNow();

    /// <summary>Runs until the work is over.</summary>
    /// <param name="cancelled">Called when somebody asks for the session's end.</param>
    public async Task RunAsync(Func<Task> cancelled, CancellationToken over)
    {
        DateTimeOffset nextBeat = default;
        while (!over.IsCancellationRequested)
        {
            if (File.Exists(folder.CancelFile))
            {
                await cancelled();
                return;
            }

            if (time.GetUtcNow() >= nextBeat)
            {
                RecordLife();
                nextBeat = time.GetUtcNow() + Beat;
            }

            await Task.Delay(Pause, time, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void RecordLife()
    {
        // Reading a large work tree costs more than a look at the log, which mostly answers.
        if (time.GetUtcNow() - log.LastWrite > Beat)
        {
            _lastChange = NewestChange(_lastChange);
        }

        var life = log.LastWrite > _lastChange ? log.LastWrite : _lastChange;
        try
        {
            SessionFiles.WriteLightly(folder.HeartbeatFile, life);
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException)
        {
            // The disk is full or the agent has removed the folder: a sign of life is not worth the session.
        }
    }

    private DateTimeOffset NewestChange(DateTimeOffset newest)
    {
        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
            foreach (var entry in new DirectoryInfo(folder.Checkout).EnumerateFileSystemInfos("*", options))
            {
                var changed = new DateTimeOffset(entry.LastWriteTimeUtc, TimeSpan.Zero);
                newest = changed > newest ? changed : newest;
            }
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException)
        {
            // The agent removes folders while they are read; the next beat looks again.
        }

        return newest;
    }
}
