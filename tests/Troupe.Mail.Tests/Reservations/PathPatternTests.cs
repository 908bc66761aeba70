using System.Text.RegularExpressions;
using CsCheck;
using Troupe.Core;

namespace Troupe.Mail.Tests;

public sealed class PathPatternTests
{
    /// <summary>Every path of up to four names of one or two letters: long enough for any two patterns of two names to meet in.</summary>
    private static readonly string[] Paths = [.. AllPaths()];

    [Theory]
    [InlineData("src/parser", "src/parser/Lexer.cs", true)]
    [InlineData("src/parser/", "src/parser", true)]
    [InlineData("./src//parser", "src/parser/deep/x", true)]
    [InlineData("src/*.cs", "src/**/*.cs", true)]
    [InlineData("src/**/*.cs", "src/a/b/c.cs", true)]
    [InlineData("**/*.md", "docs", true)]
    [InlineData("src/a*", "src/*b", true)]
    [InlineData("**", "anything/at/all", true)]
    [InlineData(".", "anything", true)]
    [InlineData("src", "docs", false)]
    [InlineData("src/*.cs", "src/*.md", false)]
    [InlineData("src/?.cs", "src/ab.cs", false)]
    [InlineData("src/parser", "src/parsers", false)]
    [InlineData("a/**/z", "a/b", true)]
    [InlineData("app/[id]/page.tsx", "app/i/page.tsx", false)]
    [InlineData("app/[id]/page.tsx", "app/[id]/page.tsx", true)]
    public void Overlaps_IsWhatPeopleExpect(string one, string other, bool expected)
    {
        PathPattern.Parse(one).Overlaps(PathPattern.Parse(other)).ShouldBe(expected);
        PathPattern.Parse(other).Overlaps(PathPattern.Parse(one)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc")]
    [InlineData("../x")]
    [InlineData("a/../b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("a\u202eb")]
    public void Parse_WhatIsNoPattern_IsRefused(string text) =>
        Should.Throw<TroupeException>(() => PathPattern.Parse(text)).Code.ShouldBe(ErrorCode.InvalidArgument);

    [Fact]
    public void Overlaps_AnyTwoPatterns_ExactlyWhereThereIsAPathForBoth() => Gen.Select(Patterns, Patterns).Sample((one, other) =>
    {
        var (left, right) = (Oracle(one), Oracle(other));

        PathPattern.Parse(one).Overlaps(PathPattern.Parse(other)).ShouldBe(Paths.Any(path => left(path) && right(path)), $"{one} and {other}");
    }, iter: 400);

    [Fact]
    public void Covers_AnyPath_AsTheOracleSays() => Gen.Select(Patterns, Gen.Int[0, Paths.Length - 1]).Sample((pattern, index) =>
        PathPattern.Parse(pattern).Covers(Paths[index]).ShouldBe(Oracle(pattern)(Paths[index]), $"{pattern} and {Paths[index]}"));

    private static Gen<string> Patterns
    {
        get
        {
            var name = Gen.Int[0, 3].Select(index => "ab*?"[index]).Array[1, 2].Select(letters => new string(letters)).Select(text => text == "**" ? "*" : text);
            return Gen.Frequency((4, name), (1, Gen.Const("**"))).Array[1, 2].Select(names => string.Join('/', names));
        }
    }

    /// <summary>Another way to say what a pattern covers.</summary>
    private static Predicate<string> Oracle(string pattern)
    {
        var names = pattern.Split('/').Select(name => name == "**"
            ? "(?:[^/]+/)*"
            : name.Replace("*", "[^/]*", StringComparison.Ordinal).Replace("?", "[^/]", StringComparison.Ordinal) + "/");
        var regex = new Regex($"^{string.Concat(names)}(?:[^/]+/)*$", RegexOptions.CultureInvariant);
        return path => regex.IsMatch(path + "/");
    }

    private static IEnumerable<string> AllPaths()
    {
        string[] names = ["a", "b", "aa", "ab", "ba", "bb"];
        var paths = names.ToList();
        foreach (var path in paths)
        {
            yield return path;
        }

        for (var depth = 2; depth <= 4; depth++)
        {
            paths = [.. paths.SelectMany(path => names.Select(name => $"{path}/{name}"))];
            foreach (var path in paths)
            {
                yield return path;
            }
        }
    }
}
