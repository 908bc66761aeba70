using System.Diagnostics;
using Troupe.Agents;
using Troupe.Core;

namespace Troupe.Engine.Tests;

/// <summary>The same failure of another attempt is the same failure.</summary>
public sealed class FailureDigestTests
{
    [Theory]
    [InlineData("the agent ended with exit code 1; its last lines:\nno key in {0}")]
    [InlineData("what the checkout holds is kept in /state/{0}/checkout: fatal")]
    [InlineData("cannot read '/state/troupe/repo-1/sessions/{0}/checkout/src/a.cs'")]
    [InlineData("on branch troupe/{0}: nothing to commit")]
    public void Of_AnotherAttempt_IsTheSame(string detail) =>
        Digest("s7-curator-1", detail).ShouldBe(Digest("s7-curator-12", detail));

    [Fact]
    public void Of_AnotherStateHome_IsTheSame() =>
        Digest("s7-curator-1", "in /home/a/{0}/x").ShouldBe(Digest("s7-curator-2", "in /home/b/{0}/x"));

    [Theory]
    [InlineData("no key in {0}", "no room in {0}")]
    [InlineData("in /state/{0}/checkout/a.cs", "in /state/{0}/checkout/b.cs")]
    [InlineData("waits for s7-sentinel-1", "waits for s7-sentinel-2")]
    public void Of_AnotherFailure_IsAnother(string one, string other) =>
        Digest("s7-curator-1", one).ShouldNotBe(Digest("s7-curator-1", other));

    [Fact]
    public void Of_SeveralNamesInOneText_AreAllLeftOut() =>
        Digest("s7-curator-1", "{0}: /a/{0}/b /a/{0}/{0}/c '{0}'").ShouldBe(Digest("s7-curator-2", "{0}: /b/{0}/b /b/{0}/{0}/c '{0}'"));

    [Theory]
    [InlineData("/")]
    [InlineData("/a")]
    [InlineData("/s7-curator-1")]
    [InlineData("/s7-curator-1x")]
    [InlineData("s7-")]
    public void Of_LongestTailOfALog_TakesNoTime(string again)
    {
        var detail = string.Concat(Enumerable.Repeat(again, 48 * 1024 / again.Length));
        var clock = Stopwatch.StartNew();

        FailureDigest.Of(new SessionObservation(SessionId.Parse("s7-curator-1"), SessionState.Failed, ExitCode: 1, Detail: detail)).ShouldNotBeNull();

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void Of_Success_IsNone() =>
        FailureDigest.Of(new SessionObservation(SessionId.Parse("s7-curator-1"), SessionState.Completed)).ShouldBeNull();

    private static string? Digest(string session, string detail) => FailureDigest.Of(
        new SessionObservation(SessionId.Parse(session), SessionState.Failed, ExitCode: 1, Detail: string.Format(detail, session)));
}
