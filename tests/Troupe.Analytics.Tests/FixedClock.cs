namespace Troupe.Analytics.Tests;

/// <summary>A clock that stands still until it is told to go on.</summary>
internal sealed class FixedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 11, 9, 6, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
