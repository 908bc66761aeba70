using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>
/// Looks at every event and asks whether what must never happen has happened. It keeps its own books, from the events
/// alone, so that an error in the fold does not hide itself.
/// </summary>
internal sealed class InvariantWatch(FakeWorld world)
{
    private readonly LandedBooks _landed = new(world);
    private readonly RunBooks _runs = new(world);
    private readonly MailBooks _mail = new(world);
    private readonly TickBooks _ticks = new();
    private readonly ChargeBooks _charges = new();

    public void Check(SprintState before, SprintEvent happened, SprintState after)
    {
        _landed.Check(before, happened, after);
        _runs.Check(before, happened);
        _mail.Check(happened);
        _ticks.Check(before, happened, after);
        _charges.Check(before, happened, after);
    }

    /// <summary>What is folded from the log must be what was known before the crash.</summary>
    public void CheckFold(SprintState known, SprintState folded) =>
        Require(Fingerprint.Of(known) == Fingerprint.Of(folded), "the fold of the log differs from the state it was written in");

    public void CheckEnd(SprintState state)
    {
        _landed.CheckEnd(state);
        _runs.CheckEnd(state);
        _mail.CheckEnd(state);
        Require(!state.Tick.IsOpen, "the sprint ended within a tick");
    }

    internal static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new BrokenInvariantException($"Broken: {what}.");
        }
    }
}
