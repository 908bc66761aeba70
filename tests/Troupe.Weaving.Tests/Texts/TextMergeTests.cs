using CsCheck;

namespace Troupe.Weaving.Tests.Texts;

public sealed class TextMergeTests
{
    // Few different lines, so that they repeat, and sometimes none at the end.
    private static readonly Gen<string> Text = Gen.OneOf(Gen.Const("a\n"), Gen.Const("b\n"), Gen.Const("\n"), Gen.Const("c\n"), Gen.Const("d")).Array[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("1\n2\n3\n4\n5\n", "1\nzwei\n3\n4\n5\n", "1\n2\n3\nvier\n5\n", "1\nzwei\n3\nvier\n5\n")]
    [InlineData("1\n2\n3\n", "0\n1\n2\n3\n", "1\n2\n3\n4\n", "0\n1\n2\n3\n4\n")]
    [InlineData("1\n2\n3\n", "1\nzwei\n3\n", "1\nzwei\n3\n", "1\nzwei\n3\n")]
    [InlineData("1\n2\n3\n4\n", "2\n3\n4\n", "1\n2\n3\n", "2\n3\n")]
    [InlineData("1\n2\n3", "0\n1\n2\n3", "1\n2\ndrei", "0\n1\n2\ndrei")]
    public void Merged_ChangesApart_HasBoth(string @base, string ours, string theirs, string merged) =>
        new TextMerge(@base, ours, theirs).Merged().ShouldBe(merged);

    [Theory]
    [InlineData("1\n2\n3\n", "1\nzwei\n3\n", "1\ndeux\n3\n", 1)]
    [InlineData("1\n2\n3\n", "1\nzwei\n3\n", "1\n2\ntrois\n", 1)]
    [InlineData("1\n2\n3\n4\n5\n", "eins\n2\n3\n4\nfünf\n", "un\n2\n3\n4\ncinq\n", 0)]
    [InlineData("", "one\n", "two\n", 0)]
    public void Merged_ChangesThatMeetOrTouch_IsNothing(string @base, string ours, string theirs, int line)
    {
        var merge = new TextMerge(@base, ours, theirs);
        merge.Merged().ShouldBeNull();
        merge.Regions[0].Ours.Start.Value.ShouldBe(line);
    }

    [Theory]
    [InlineData("# C\n", "# C\n- one\n", "# C\n- two\n", "# C\n- one\n- two\n")]
    [InlineData("# C\n", "# C\n- one", "# C\n- two", "# C\n- one\n- two")]
    [InlineData("1\n2\n3\n", "eins\n2\n3\n", "1\n2\ndrei\n", "eins\n2\ndrei\n")]
    [InlineData("", "a\nx\nb\n", "c\nx\nd\n", "a\nx\nb\nc\nx\nd\n")]
    [InlineData("", "a\n1\n2\n3\n4\nb\n", "c\n1\n2\n3\n4\nd\n", "a\nc\n1\n2\n3\n4\nb\nd\n")]
    public void Union_SidesThatCollide_HasBoth(string @base, string ours, string theirs, string union) =>
        new TextMerge(@base, ours, theirs).Union().ShouldBe(union);

    [Fact]
    public void Merged_OneSideUnchanged_IsTheOther() =>
        Gen.Select(Text, Text).Sample((@base, other) =>
            new TextMerge(@base, @base, other).Merged() == other && new TextMerge(@base, other, @base).Merged() == other && new TextMerge(@base, other, other).Merged() == other);

    [Fact]
    public void Merged_SidesExchanged_IsTheSame() =>
        Gen.Select(Text, Text, Text).Sample((@base, ours, theirs) =>
            new TextMerge(@base, ours, theirs).Merged() == new TextMerge(@base, theirs, ours).Merged());
}
