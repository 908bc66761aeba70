using System.Text;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Testing;

namespace Troupe.Analytics.Tests;

/// <summary>The share of the machine that a query has holds from the first row that is fed to it.</summary>
public sealed class QueryLimitsTests : IDisposable
{
    private const long Mebibyte = 1024 * 1024;
    private const int Messages = 12_000;
    private readonly MailRoom _room = new();
    private readonly TemporaryFolder _disk = new();

    private QueryLimits NoDisk => new(24 * Mebibyte, 0, _disk.Path, Threads: 1);

    private QueryLimits Disk => NoDisk with { SpilledBytes = 1024 * Mebibyte };

    public void Dispose()
    {
        _disk.Dispose();
        _room.Dispose();
    }

    [Fact]
    public async Task Open_MoreThanMemoryAndDisk_IsToldAndLeavesNothing()
    {
        await FillAsync();

        var failure = await Should.ThrowAsync<TroupeException>(() => AskAsync("SELECT max(body) FROM messages", NoDisk));

        failure.Code.ShouldBe(ErrorCode.InvalidArgument);
        failure.Message.ShouldContain("24 MiB");
        failure.Message.ShouldContain("name the columns");
        Directory.GetFileSystemEntries(_disk.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_MoreThanMemory_IsKeptOnDiskAndAnswered()
    {
        await FillAsync();

        using (var query = await Query.OpenAsync(_room.Home, _room.Clock, "SELECT count(*), min(length(body)) FROM messages", null, Disk, MailRoom.Stop))
        {
            Directory.GetFiles(Directory.GetDirectories(_disk.Path).ShouldHaveSingleItem()).ShouldNotBeEmpty();
            query.Rows(null, MailRoom.Stop).ShouldHaveSingleItem().ShouldBe([$"{Messages}", "3000"]);
        }

        Directory.GetFileSystemEntries(_disk.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_NoFolderForWhatDoesNotFit_IsAnsweredFromMemory()
    {
        await _room.SendAsync("subject", "text");

        (await AskAsync("SELECT body FROM messages", NoDisk with { SpillParent = "/proc/none" })).ShouldHaveSingleItem().ShouldBe(["\"text\""]);
    }

    [Fact]
    public async Task Open_ColumnsThatNobodyReads_TakeNoMemory()
    {
        await FillAsync();

        (await AskAsync("SELECT sender, count(*) FROM messages GROUP BY sender", NoDisk)).ShouldHaveSingleItem().ShouldBe(["\"bolt\"", $"{Messages}"]);
    }

    private async Task<IReadOnlyList<string?[]>> AskAsync(string sql, QueryLimits limits)
    {
        using var query = await Query.OpenAsync(_room.Home, _room.Clock, sql, null, limits, MailRoom.Stop);
        return [.. query.Rows(null, MailRoom.Stop)];
    }

    /// <summary>36 MB of mail.</summary>
    private async Task FillAsync()
    {
        var payload = Encoding.UTF8.GetBytes("""{"from":"bolt","to":["curator"],"recipients":["curator"],"subject":"much","type":"note","priority":"normal"}""");
        await _room.Log.AppendAsync(
            [.. Enumerable.Range(0, Messages).Select(number => new NewRecord { Kind = "sent", Actor = "bolt", Payload = payload, Body = new string((char)('a' + (number % 26)), 3000) })],
            null,
            MailRoom.Stop);
    }
}
