namespace Troupe.Cli.Tests.Mail;

/// <summary>A clock that stands still.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 1, 11, 9, 6, 0, TimeSpan.Zero);
}
