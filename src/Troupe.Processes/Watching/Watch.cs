namespace Troupe.Processes.Watching;

/// <summary>A descriptor under watch; disposed before the descriptor is closed.</summary>
internal sealed class Watch(ReadinessLoop loop, long key, int descriptor) : IDisposable
{
    public void Dispose() => loop.Remove(key, descriptor);
}
