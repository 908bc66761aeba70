using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>A mark whose sync failed is written again, under the same id, and a checkpoint ends between the two.</summary>
public sealed class RepeatedMarkTests : IDisposable
{
    private readonly CheckpointRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Fold_CheckpointEndsBetweenAMarkAndItsRepetition_CountsItOnce()
    {
        var letter = MailHistory.Make(new Random(1), 1).OfType<MailEvent.Sent>().Single();
        var reader = letter.Message.Recipients[0];
        await _room.AppendAsync(letter);
        var (syncs, locks) = (0, 0);
        var calls = new DyingCalls(int.MaxValue) { SyncFails = () => ++syncs == 1 };
        calls.BeforeLock = () =>
        {
            // The append, the giving up of its segment, and then the append once more.
            if (++locks == 3)
            {
                var unread = new MailEvent.Marked(MailMark.Unread, letter.Message.Id, reader);
                _room.AppendAsync([unread, .. MailHistory.Make(new Random(2), 6)]).IsCompletedSuccessfully.ShouldBeTrue();
            }
        };

        await _room.Log(calls).AppendAsync(MailEventCodec.Encode(new MailEvent.Marked(MailMark.Read, letter.Message.Id, reader), reader), Cancellation);
        await RestartMachineAsync();
        await _room.FoldAndPublishAsync();

        var end = (await StretchAsync()).Boundary;
        end.Segment.ShouldBe(1, "the mark is in the segment before, its repetition the last record");
        end.Offset.ShouldBeGreaterThan(0);
        (await _room.Office().FoldAsync(Cancellation)).Of(reader).TryFind(letter.Message.Id, out var entry).ShouldBeTrue();
        entry!.IsRead.ShouldBeFalse("somebody marked it as unread after it was read");
        await _room.ShouldAgreeAsync();
        await _room.AppendAsync(MailHistory.Make(new Random(3), 30));
        await _room.FoldAndPublishAsync();
        await _room.ShouldAgreeAsync();
        (await new CheckpointCheck(_room.Folder, _room.Log()).RunAsync(Cancellation)).ShouldBeEmpty();
    }

    /// <summary>Until then nothing may rest on the segment whose sync failed, so there would be no checkpoint.</summary>
    private async Task RestartMachineAsync()
    {
        var mark = Directory.GetFiles(_room.Folder, "events.*.failed").ShouldHaveSingleItem();
        await File.WriteAllTextAsync(mark, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).ToString(), Cancellation);
    }

    private async Task<Stretch> StretchAsync()
    {
        var found = await new CheckpointFolder(_room.Folder).OpenAsync(_room.Log(), Cancellation);
        return (found.Recent ?? found.Base).ShouldNotBeNull().Stretch;
    }
}
