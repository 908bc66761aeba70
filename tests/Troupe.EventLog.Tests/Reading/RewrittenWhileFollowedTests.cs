using Microsoft.Extensions.Time.Testing;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>A redaction puts another file in the place of the one that somebody follows.</summary>
public sealed class RewrittenWhileFollowedTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    private SegmentedLog Log => new(_folder["log"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <param name="seen">Records that the follower had been given before.</param>
    /// <param name="later">Records that come afterwards: the last ones in other segments.</param>
    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 20)]
    [InlineData(1, 1)]
    public async Task Follow_SegmentIsRedacted_GoesOnWithoutARepetition(int seen, int later)
    {
        await Log.FillAsync(2);
        var log = new FileEventLog(_folder["log"], _time);
        await using var followed = log.FollowAsync(Position.Start, Token).GetAsyncEnumerator(Token);
        for (var i = 0; i < seen; i++)
        {
            (await followed.MoveNextAsync()).ShouldBeTrue();
        }

        new Redaction(_folder["log"]).Redact(Position.Start);
        await Log.FillAsync(later, from: 2);

        for (var i = seen; i < 2 + later; i++)
        {
            (await NextAsync(followed)).ShouldBeTrue();
            followed.Current.Id.ShouldBe(SmallLog.IdOf(i));
        }

        log.Damage.ShouldBeEmpty();
    }

    /// <summary>The same length and the same places, but another history.</summary>
    [Fact]
    public async Task Follow_AnotherLogOfTheSameForm_IsNotTakenForARewrite()
    {
        await Log.FillAsync(2);
        await using var followed = new FileEventLog(_folder["log"], _time).FollowAsync(Position.Start, Token).GetAsyncEnumerator(Token);
        (await followed.MoveNextAsync()).ShouldBeTrue();
        (await followed.MoveNextAsync()).ShouldBeTrue();
        var other = new SegmentedLog(_folder["other"]);
        await other.FillAsync(1, from: 3);
        await other.FillAsync(1, from: 1);
        File.Move(other.File(SegmentNames.Active), Log.File(SegmentNames.Active), overwrite: true);

        (await Should.ThrowAsync<TroupeException>(() => NextAsync(followed))).Message.ShouldContain("replaced");
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<LogRecord> followed)
    {
        var next = followed.MoveNextAsync().AsTask();
        for (var began = TimeProvider.System.GetTimestamp(); !next.IsCompleted && TimeProvider.System.GetElapsedTime(began) < Patience;)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        next.IsCompleted.ShouldBeTrue("the follower waits for what is there");
        return await next;
    }
}
