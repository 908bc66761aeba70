using Troupe.Core;
using Troupe.Forges;

namespace Troupe.Engine.Tests;

public sealed class LandingCheckTests
{
    private const string Branch = "refs/heads/troupe/sprint-7";

    public static TheoryData<LandingOutcome, ErrorCode, string> Failures { get; } = new()
    {
        { new LandingOutcome.InUse(Branch, "/home/ann/work", "checked out"), ErrorCode.Busy, "checked out in '/home/ann/work'" },
        { new LandingOutcome.Moved(Branch, Names.Commit("theirs")), ErrorCode.RefMoved, Names.Commit("theirs").Value },
        { new LandingOutcome.Moved(Branch, null), ErrorCode.RefMoved, "to nothing" },
    };

    [Fact]
    public void Require_Landed_IsContent() =>
        Should.NotThrow(() => LandingCheck.Require(new LandingOutcome.Landed(Branch, Names.Commit("ours"))));

    [Theory]
    [MemberData(nameof(Failures))]
    public void Require_NotLanded_SaysWhatHappenedToWhat(LandingOutcome outcome, ErrorCode code, string words)
    {
        var failure = Should.Throw<TroupeException>(() => LandingCheck.Require(outcome));
        failure.Code.ShouldBe(code);
        failure.Message.ShouldStartWith(Branch);
        failure.Message.ShouldContain(words);
    }
}
