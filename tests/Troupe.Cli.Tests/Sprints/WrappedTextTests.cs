using Troupe.Cli.Sprints;

namespace Troupe.Cli.Tests.Sprints;

public sealed class WrappedTextTests
{
    [Fact]
    public void Lines_LongText_BreaksAtBlanksAndKeepsWordsWhole() => WrappedText.Lines("one two three-is-long four\nfive", 8)
        .ShouldBe(["one two", "three-is-long", "four", "five"]);

    [Fact]
    public void Cut_LongText_EndsInAnEllipsisAndIsOneSafeLine()
    {
        WrappedText.Cut("a long line\nand more", 8).ShouldBe("a long…");
        WrappedText.Cut("short\u001b", 20).ShouldBe("short\\u{001B}");
    }

    [Fact]
    public void Tail_Text_IsTheLastLinesBelowTheFirst() =>
        WrappedText.Tail("head\n1\n\n2\n3\n", 2).ShouldBe(["2", "3"]);

    [Theory]
    [InlineData("one two three four", 10, "one two t…")]
    [InlineData("see /a/long/path/01-test.log for more", 12, "see /a/long/path/01-test.log…")]
    [InlineData("(log: '/a/long/path/01-test.log')", 12, "(log: '/a/long/path/01-test.log')")]
    public void Cut_FullPath_IsLeftWhole(string text, int width, string expected) => WrappedText.Cut(text, width).ShouldBe(expected);
}
