using Troupe.Testing;

namespace Troupe.Processes.Tests;

/// <summary>Waits for what a process outside does; there is nothing to subscribe to, so it looks again and again.</summary>
internal static class Waiting
{
    public static async Task<string[]> WaitForFileAsync(this TemporaryFolder folder, string name)
    {
        await folder.WaitAsync(() => File.Exists(folder[name]));
        return await File.ReadAllLinesAsync(folder[name]);
    }

    public static async Task WaitAsync(this TemporaryFolder folder, Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!condition())
        {
            patience.IsCancellationRequested.ShouldBeFalse($"what was waited for in {folder.Path} did not happen");
            await Task.Delay(5, CancellationToken.None);
        }
    }
}
