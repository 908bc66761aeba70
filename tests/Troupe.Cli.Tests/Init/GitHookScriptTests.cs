using Troupe.Cli.Init;
using Troupe.Core;

namespace Troupe.Cli.Tests.Init;

public sealed class GitHookScriptTests
{
    [Theory]
    [InlineData("#!/bin/sh\nmake lint\nexit 0\n")]
    [InlineData("#!/usr/bin/env bash\nset -e\n")]
    [InlineData("#!/bin/sh -e\r\nmake\r\n")]
    public void WithAndWithout_AScriptOfTheUsers_IsAsItWas(string text)
    {
        var with = GitHookScript.With(text);

        with.Split('\n')[1].ShouldContain("troupe mail");
        GitHookScript.With(with).ShouldBe(with);
        GitHookScript.Without(with).ShouldBe(text);
    }

    [Fact]
    public void WithAndWithout_NoScript_LeavesNone()
    {
        var own = GitHookScript.With(null);

        GitHookScript.With(own).ShouldBe(own);
        GitHookScript.Without(own).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("#!/usr/bin/env python3\nprint()\n")]
    [InlineData("\u007fELF")]
    public void With_AnotherProgram_IsRefused(string text) =>
        Should.Throw<TroupeException>(() => GitHookScript.With(text)).Code.ShouldBe(ErrorCode.InvalidSettings);
}
