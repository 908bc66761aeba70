namespace Troupe.Cli.Tests.Mail;

/// <summary>A clock that stands still until it is told to go on, or goes on by a step each time that somebody looks.</summary>
internal sealed class FixedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 11, 9, 6, 0, TimeSpan.Zero);

    public TimeSpan Step { get; set; }

    public override DateTimeOffset GetUtcNow() => Now += Step;
}
