using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>A tick is a step in which a session starts or a weave runs; the count is right, and no tick holds two weaves.</summary>
internal sealed class TickBooks
{
    private int _ticks;
    private int _weaves;
    private bool _counted;

    public void Check(SprintState before, SprintEvent happened, SprintState after)
    {
        switch (happened)
        {
            case TickStarted e:
                InvariantWatch.Require(e.Tick == before.Tick.Number + 1 && !before.Tick.IsOpen, $"tick {e.Tick} began out of order");
                (_weaves, _counted) = (0, false);
                break;
            case WeaveStarted:
                InvariantWatch.Require(before.Tick.IsOpen, "a weave ran outside any tick");
                InvariantWatch.Require(++_weaves == 1, "a tick held two weaves");
                Count();
                break;
            case SessionRequested:
                InvariantWatch.Require(before.Tick.IsOpen, "a session started outside any tick");
                Count();
                break;
        }

        InvariantWatch.Require(after.Ticks == _ticks, $"{after.Ticks} ticks were counted, there were {_ticks}");
    }

    private void Count()
    {
        _ticks += _counted ? 0 : 1;
        _counted = true;
    }
}
