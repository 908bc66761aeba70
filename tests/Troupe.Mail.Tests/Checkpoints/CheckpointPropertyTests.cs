using CsCheck;

namespace Troupe.Mail.Tests;

public sealed class CheckpointPropertyTests
{
    [Fact]
    public async Task Fold_FromCheckpointsAfterEveryPrefix_IsTheFoldFromTheBeginning() =>
        await MailHistory.Of(60).SampleAsync(
            async history =>
            {
                using var room = new CheckpointRoom();
                foreach (var batch in history.Chunk(3))
                {
                    await room.AppendAsync(batch);
                    await room.FoldAndPublishAsync();
                    await room.ShouldAgreeAsync();
                }

                File.Exists(room.BaseFile).ShouldBeTrue();
            },
            iter: 6,
            threads: 1);

    [Fact]
    public async Task Publish_StepByStepOrAtOnce_GivesTheSameBytes() =>
        await MailHistory.Of(80).SampleAsync(
            async history =>
            {
                using var room = new CheckpointRoom();
                foreach (var batch in history.Chunk(7))
                {
                    await room.AppendAsync(batch);
                    await room.FoldAndPublishAsync();
                }

                var (oldest, recent) = (Bytes(room.BaseFile), Bytes(room.RecentFile));
                room.DeleteCheckpoints();
                await room.FoldAndPublishAsync();

                Bytes(room.BaseFile).ShouldBe(oldest);
                Bytes(room.RecentFile).ShouldBe(recent);
                oldest.ShouldNotBeEmpty();
            },
            iter: 6,
            threads: 1);

    private static byte[] Bytes(string file) => File.Exists(file) ? File.ReadAllBytes(file) : [];
}
