using Troupe.Core;

namespace Troupe.Git.Tests;

public sealed class GitVersionTests
{
    [Theory]
    [InlineData("git version 2.39.5", 2, 39, 5)]
    [InlineData("git version 2.39.5 (Apple Git-154)", 2, 39, 5)]
    [InlineData("git version 2.50.0.rc1.12.gabcdef", 2, 50, 0)]
    [InlineData("git version 2.47.windows.1", 2, 47, 0)]
    [InlineData("git version 3.0", 3, 0, 0)]
    public void TryParse_RealAnswers_AreRead(string text, int major, int minor, int patch)
    {
        GitVersion.TryParse(text, out var version).ShouldBeTrue();
        version.ShouldBe(new GitVersion(major, minor, patch));
    }

    [Theory]
    [InlineData("")]
    [InlineData("git version")]
    [InlineData("git version two")]
    [InlineData("hg version 2.39")]
    public void TryParse_OtherText_IsRefused(string text) => GitVersion.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("git version 2.38.9")]
    [InlineData("git version 1.99.0")]
    public void Require_OlderThanMinimum_SaysWhichIsNeeded(string text)
    {
        var error = Should.Throw<TroupeException>(() => InstalledGit.Require(text));
        error.Code.ShouldBe(ErrorCode.Git);
        error.Message.ShouldContain("2.39 or later");
    }

    [Fact]
    public void Require_Minimum_IsAccepted() => InstalledGit.Require("git version 2.39.0").ShouldBe(GitVersion.Minimum);
}
