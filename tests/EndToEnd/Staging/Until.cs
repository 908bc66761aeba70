namespace Troupe.EndToEnd;

/// <summary>Waits for another process, which nobody can be notified by.</summary>
internal static class Until
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task TrueAsync(Func<bool> isTrue)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!isTrue())
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Patience, "what the test waits for does not happen");
            await Task.Delay(Look, TestContext.Current.CancellationToken);
        }
    }
}
