using Troupe.Core;

namespace Troupe.Agents.Tests;

/// <summary>Waits for what another process does; there is nothing to subscribe to, so it looks again and again.</summary>
internal static class Waiting
{
    public static async Task<SessionObservation> EndOfAsync(this IAgent agent, SessionId session)
    {
        SessionObservation? seen = null;
        await UntilAsync(async () => (seen = await agent.ObserveAsync(session, CancellationToken.None)).HasEnded, $"the end of {session}");
        return seen!;
    }

    public static Task UntilExistsAsync(string file) => UntilAsync(() => Task.FromResult(File.Exists(file)), file);

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            patience.IsCancellationRequested.ShouldBeFalse($"waited in vain for {what}");
            await Task.Delay(10, CancellationToken.None);
        }
    }
}
