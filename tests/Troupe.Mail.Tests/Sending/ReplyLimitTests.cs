using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class ReplyLimitTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Require_FewerAnswersThanAllowed_Passes() => ReplyLimit.Require([Answer(-59), Answer(-1)], 3, Now);

    [Fact]
    public void Require_AsManyAsAllowed_IsRefusedAndSaysUntilWhen()
    {
        var refused = Should.Throw<TroupeException>(() => ReplyLimit.Require([Answer(-30), Answer(-20), Answer(-10)], 3, Now));

        refused.Code.ShouldBe(ErrorCode.Busy);
        refused.Message.ShouldContain("Answer again after 12:30 UTC");
    }

    [Fact]
    public void Require_AnswersOlderThanAnHour_DoNotCount() => ReplyLimit.Require([Answer(-60), Answer(-90), Answer(-1)], 2, Now);

    [Fact]
    public void Require_TheClockWasSetBack_CountsAtMostAnHourAhead() =>
        ReplyLimit.Require([Answer(600), Answer(700), Answer(61)], 1, Now);

    [Fact]
    public void Require_FirstMessagesAndTheEnginesMail_DoNotCount() =>
        ReplyLimit.Require([Answer(-1) with { Hops = 0 }, Answer(-1) with { From = PersonaId.Weaver }], 1, Now);

    private static Message Answer(int minutes) => new()
    {
        Id = RecordId.New(TimeProvider.System),
        Position = Position.Start,
        Timestamp = Now.AddMinutes(minutes),
        From = MailRoom.Bolt,
        To = [],
        Recipients = [],
        Subject = "Re: x",
        Thread = new RecordId(Guid.Empty),
        Hops = 1,
    };
}
