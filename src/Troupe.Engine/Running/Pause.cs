namespace Troupe.Engine;

/// <summary>
/// How long to wait before looking again: briefly after something happened, longer while nothing does, so that
/// short sessions are not kept waiting and long ones cost nothing.
/// </summary>
internal sealed class Pause(TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);
    private TimeSpan _next = Shortest;

    public void Reset() => _next = Shortest;

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(_next, time, cancellationToken);
        _next = _next * 1.5 < Longest ? _next * 1.5 : Longest;
    }
}
