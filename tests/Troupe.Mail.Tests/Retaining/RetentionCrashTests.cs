using Troupe.Core;

namespace Troupe.Mail.Tests;

public sealed class RetentionCrashTests
{
    private const int MoreThanItTakes = 200;
    private static readonly string Long = new('s', 50_000);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Whatever the call that it dies at: what is unread is there, and a repetition ends where an undisturbed run does.</summary>
    [Fact]
    public async Task Apply_DiesAtAnyStep_IsCompletedByRepeating()
    {
        var (died, step) = (true, 1);
        for (; died && step < MoreThanItTakes; step++)
        {
            using var room = new RetentionRoom();
            var (old, large) = (await room.SendReadAsync("old words"), await room.SendReadAsync(Long));
            var unread = await room.Mail.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Body = "unread words" });
            room.LetAYearPass();
            var calls = new DyingCalls(step);

            died = await DiesAsync(room.RetentionWith(calls), room.Limit);

            (await room.TextOf(unread)).ShouldBe("unread words", $"step {step}");
            await room.ApplyAsync();
            (await room.TextOf(old), await room.TextOf(large)).ShouldBe((MailRedaction.Notice, MailRedaction.Notice), $"step {step}");
            (await room.TextOf(unread)).ShouldBe("unread words", $"step {step}");
            room.Everything().Split("\"reason\":\"retention\"").Length.ShouldBe(2, $"step {step}: said once");
            await room.ShouldBeSoundAsync();
        }

        step.ShouldBeInRange(8, MoreThanItTakes - 1);
    }

    [Fact]
    public async Task Apply_DiedAndThenMarkedUnread_KeepsWhatIsLeft()
    {
        using var room = new RetentionRoom();
        var large = await room.SendReadAsync(Long);
        var other = await room.SendReadAsync("other");
        room.LetAYearPass();

        // The record is written and synced, the bytes are still there.
        for (var step = 1; !room.Everything().Contains("\"reason\":\"retention\"", StringComparison.Ordinal); step++)
        {
            await DiesAsync(room.RetentionWith(new DyingCalls(step)), room.Limit);
        }

        await room.Mail.MarkAsync(MailMark.Unread, MailRoom.Curator, large.Id);
        await room.ApplyAsync();

        (await room.TextOf(large), await room.TextOf(other)).ShouldBe((Long, MailRedaction.Notice));
        (await new MailRedaction(room.Mail.Home, room.Mail.Clock).RedactedAsync(Cancellation)).ShouldBe([other.Id]);
    }

    private static async Task<bool> DiesAsync(MailRetention retention, DateTimeOffset before)
    {
        try
        {
            await retention.ApplyAsync(PersonaId.Lead, before, Cancellation);
            return false;
        }
        catch (DyingCalls.DeadException)
        {
            return true;
        }
    }
}
