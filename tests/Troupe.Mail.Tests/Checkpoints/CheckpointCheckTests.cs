using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class CheckpointCheckTests : IDisposable
{
    private readonly CheckpointRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Run_RightCheckpoints_FindsNothing()
    {
        await WriteAsync();

        (await CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_NoCheckpoints_FindsNothing()
    {
        await WriteAsync();
        _room.DeleteCheckpoints();

        (await CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_WholePageWithAnotherContent_IsFound()
    {
        await WriteAsync();
        var bytes = await File.ReadAllBytesAsync(_room.BaseFile, Cancellation);
        var page = bytes.AsSpan(CheckpointFormat.PageLength, CheckpointFormat.PageLength);
        page[100] ^= 1;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(
            page[CheckpointFormat.PageRoom..], PageWriter.Checksum(page[..CheckpointFormat.PageRoom], 1));
        await File.WriteAllBytesAsync(_room.BaseFile, bytes, Cancellation);

        var finding = (await CheckAsync())[0];

        finding.Kind.ShouldBe(LogFindingKind.CheckpointDrift);
        finding.File.ShouldBe(_room.BaseFile);
        finding.IsLoss.ShouldBeFalse();
    }

    [Fact]
    public async Task Run_CheckpointThatIsNone_IsFound()
    {
        await WriteAsync();
        await File.WriteAllTextAsync(_room.RecentFile, "no checkpoint", Cancellation);

        (await CheckAsync()).ShouldHaveSingleItem().Message.ShouldContain("not used");
    }

    private Task<IReadOnlyList<LogFinding>> CheckAsync() => new CheckpointCheck(_room.Folder, _room.Log()).RunAsync(Cancellation);

    private async Task WriteAsync()
    {
        await _room.AppendAsync(MailHistory.Make(new Random(1), 120));
        await _room.FoldAndPublishAsync();
    }
}
