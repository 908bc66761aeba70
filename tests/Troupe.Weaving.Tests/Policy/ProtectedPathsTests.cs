using Troupe.Core;

namespace Troupe.Weaving.Tests.Policy;

public sealed class ProtectedPathsTests
{
    private static readonly PersonaId Curator = PersonaId.Parse("curator");

    [Theory]
    [InlineData(".team/troupe.toml")]
    [InlineData(".team")]
    [InlineData(".TEAM/troupe.toml")]
    [InlineData(".team/personas/curator/prompt.md")]
    [InlineData(".team/personas/builder/journals/today.md")]
    [InlineData(".team/personas/curator/journals")]
    [InlineData(".team/personas/Curator/journals/today.md")]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData(".GitHub")]
    [InlineData(".gitattributes")]
    [InlineData("src/deep/.GitAttributes")]
    [InlineData(".gitmodules")]
    public void Holds_WhatPatchesAreJudgedBy_IsTrue(string path) => ProtectedPaths.Holds(path, Curator).ShouldBeTrue();

    [Theory]
    [InlineData(".team/personas/curator/journals/today.md")]
    [InlineData(".team/personas/curator/journals/2026/today.md")]
    [InlineData("src/.team/file")]
    [InlineData("docs/.github/file")]
    [InlineData(".teams/file")]
    [InlineData(".gitignore")]
    [InlineData("gitattributes")]
    public void Holds_AnythingElse_IsFalse(string path) => ProtectedPaths.Holds(path, Curator).ShouldBeFalse();

    [Fact]
    public void Holds_JournalInAPatchOfNobody_IsTrue() =>
        ProtectedPaths.Holds(".team/personas/curator/journals/today.md", null).ShouldBeTrue();

    [Fact]
    public void Objection_ManyPaths_NamesTheFirstAndCountsTheRest()
    {
        var objection = ProtectedPaths.Objection([".github/d", "src/a", ".github/c", ".github/b", ".github/a", ".github/a"], Curator);
        objection.ShouldNotBeNull();
        objection.ShouldContain("it changes '.github/a', '.github/b', '.github/c' and 1 more:");
    }

    [Fact]
    public void Objection_NothingProtected_IsNull() => ProtectedPaths.Objection(["src/a", "README.md"], Curator).ShouldBeNull();
}
