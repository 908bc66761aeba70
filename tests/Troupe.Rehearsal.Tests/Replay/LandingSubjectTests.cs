using Troupe.Rehearsal.Replay;

namespace Troupe.Rehearsal.Tests.Replay;

public sealed class LandingSubjectTests
{
    [Theory]
    [InlineData("Merge pull request #17 from ann/fix", 17)]
    [InlineData("Merged in ann/fix (pull request #18)", 18)]
    [InlineData("Merge branch 'fix' (#19)", 19)]
    [InlineData("Merge branch 'fix'", null)]
    [InlineData("Merge pull request #99999999999999 from ann/fix", null)]
    public void MergedPullRequest_Subject_GivesItsNumber(string subject, int? number) =>
        LandingSubject.MergedPullRequest(subject).ShouldBe(number);

    [Theory]
    [InlineData("Mend the tide tables (#20)", 20)]
    [InlineData("Mend what (#20) broke", null)]
    [InlineData("Mend #20", null)]
    public void SquashedPullRequest_Subject_GivesItsNumber(string subject, int? number) =>
        LandingSubject.SquashedPullRequest(subject).ShouldBe(number);

    [Theory]
    [InlineData("Merge branch 'master' into feature", true)]
    [InlineData("Merge branch 'main' of github.com:ann/repo", true)]
    [InlineData("Merge branch 'fix' of github.com:ann/repo", true)]
    [InlineData("Merge remote-tracking branch 'origin/main'", true)]
    [InlineData("Merge remote-tracking branch 'ann/fix'", false)]
    [InlineData("Merge branch 'maintenance'", false)]
    [InlineData("Merge pull request #1 from ann/main", false)]
    public void IsSync_Subject_KnowsTheSharedBranch(string subject, bool sync) => LandingSubject.IsSync(subject).ShouldBe(sync);
}
