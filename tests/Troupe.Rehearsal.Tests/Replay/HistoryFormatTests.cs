using Troupe.Core;
using Troupe.Rehearsal.Replay;

namespace Troupe.Rehearsal.Tests.Replay;

public sealed class HistoryFormatTests
{
    [Fact]
    public void Parse_SubjectHoldsTheSeparator_KeepsItWhole()
    {
        var commits = HistoryFormat.Parse("aa\u0001bb cc\u000112\u0001Ann\u0001Fix \u0001 it\nbb\u0001\u000111\u0001Bob\u0001\n");

        commits.Count.ShouldBe(2);
        commits[0].ShouldSatisfyAllConditions(
            commit => commit.Parents.ShouldBe(["bb", "cc"]),
            commit => commit.CommitTime.ShouldBe(12),
            commit => commit.Author.ShouldBe("Ann"),
            commit => commit.Subject.ShouldBe("Fix \u0001 it"));
        commits[1].Parents.ShouldBeEmpty();
    }

    [Fact]
    public void Parse_ForeignLine_SaysWhichOne() =>
        Should.Throw<TroupeException>(() => HistoryFormat.Parse("hello\u001b[0m\n")).Message.ShouldContain("hello\\u{001B}");

    [Fact]
    public void CommitGraph_ParentBeforeChild_IsRefused() =>
        Should.Throw<ArgumentException>(() => new CommitGraph([MergeBaseSearchTests.Commit("a"), MergeBaseSearchTests.Commit("b", "a")]));
}
