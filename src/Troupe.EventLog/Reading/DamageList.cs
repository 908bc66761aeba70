namespace Troupe.EventLog;

/// <summary>The damage that the readers of one log have met, each stretch once.</summary>
internal sealed class DamageList
{
    private readonly Lock _lock = new();
    private readonly List<LogDamage> _found = [];

    public IReadOnlyList<LogDamage> Snapshot()
    {
        lock (_lock)
        {
            return [.. _found];
        }
    }

    public void Add(LogDamage damage)
    {
        lock (_lock)
        {
            if (!_found.Contains(damage))
            {
                _found.Add(damage);
            }
        }
    }
}
