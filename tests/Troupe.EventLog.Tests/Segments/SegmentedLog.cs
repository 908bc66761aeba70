using Microsoft.Extensions.Time.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>A log whose segments are sealed after a few records.</summary>
internal sealed class SegmentedLog(string folder, ISystemCalls? calls = null)
{
    public const int FullSegment = 1500;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 11, 9, 6, 0, TimeSpan.Zero));

    public StorageFolder Folder => new(LinuxCalls.Instance, folder);

    public int Sealed => new SegmentFolder(Folder).CountSealed();

    public FileEventLog Open() => new(folder, _time, calls ?? LinuxCalls.Instance, FullSegment);

    public string File(string name) => Path.Combine(folder, name);

    /// <summary>Appends records one by one; every third has a key.</summary>
    public async Task FillAsync(int count, int from = 0)
    {
        for (var i = from; i < from + count; i++)
        {
            await Open().AppendAsync(RecordOf(i), CancellationToken.None);
        }
    }

    /// <summary>Fills the first segment so that the next append seals it; gives the number of records.</summary>
    public async Task<int> FillUntilSealIsDueAsync()
    {
        var count = 0;
        while (count == 0 || new FileInfo(File(SegmentNames.Active)).Length < FullSegment)
        {
            await FillAsync(1, count++);
        }

        return count;
    }

    public static NewRecord RecordOf(int i) => new()
    {
        Id = SmallLog.IdOf(i),
        Kind = "sent",
        Actor = "curator",
        Body = $"Body {i}",
        DedupKey = i % 3 == 0 ? $"key {i}" : null,
    };

    public async Task<IEnumerable<RecordId>> IdsAsync() => (await SmallLog.ReadAsync(Open())).Select(record => record.Id);
}
