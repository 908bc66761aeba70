using Troupe.Core;

namespace Troupe.Mail.Tests;

public sealed class DraftRulesTests
{
    private static readonly Draft Good = MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator);

    public static TheoryData<string, Draft> Bad { get; } = new()
    {
        { "subject is empty", Good with { Subject = " " } },
        { "501 characters", Good with { Subject = new string('x', 501) } },
        { "subject is not valid Unicode", Good with { Subject = "a\ud800b" } },
        { "body is not valid Unicode", Good with { Body = "\udc00" } },
        { "body is longer", Good with { Body = new string('x', DraftRules.LongestBody + 1) } },
        { "dedup key", Good with { DedupKey = "" } },
        { "dedup key", Good with { DedupKey = new string('é', 201) } },
        { "dedup key is not valid", Good with { DedupKey = "\ud800" } },
        { "no tag", Good with { Tags = ["a b"] } },
        { "no tag", Good with { Tags = [""] } },
        { "at most 32 tags", Good with { Tags = [.. Enumerable.Range(0, 33).Select(number => $"t{number}")] } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Require_WhatCannotBeSent_IsRefusedWithAReason(string reason, Draft draft)
    {
        var refused = Should.Throw<TroupeException>(() => DraftRules.Require(draft));
        refused.Code.ShouldBe(ErrorCode.InvalidArgument);
        refused.Message.ShouldContain(reason);
    }

    [Fact]
    public void Require_TheLargestThatIsAllowed_IsAccepted() => Should.NotThrow(() => DraftRules.Require(Good with
    {
        Subject = new string('x', 500),
        Body = new string('x', DraftRules.LongestBody),
        DedupKey = new string('é', 200),
        Tags = ["perf", "api/v2", "a.b_c:d-e"],
    }));
}
