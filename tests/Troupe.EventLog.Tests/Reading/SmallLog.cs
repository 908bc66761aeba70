using Microsoft.Extensions.Time.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>Makes, spoils and reads small logs in a folder of a test's own.</summary>
internal sealed class SmallLog(string folder)
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 11, 9, 6, 0, TimeSpan.Zero));

    public string File => Path.Combine(folder, "events.jsonl");

    public byte[] Bytes
    {
        get => System.IO.File.ReadAllBytes(File);
        set
        {
            Directory.CreateDirectory(folder);
            System.IO.File.WriteAllBytes(File, value);
        }
    }

    /// <summary>Writes in place: cutting a file and writing it anew makes the file system wait for the disk.</summary>
    public void Change(Action<FileStream> change)
    {
        using var file = new FileStream(File, FileMode.Open, FileAccess.Write);
        change(file);
    }

    public FileEventLog Open() => new(folder, _time);

    /// <summary>Records of every shape: with and without body, key, payload; nested names that look like a record's own.</summary>
    public async Task<IReadOnlyList<LogRecord>> FillAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(7));
            await Open().AppendAsync(
                new NewRecord
                {
                    Id = IdOf(i),
                    Kind = "sent",
                    Actor = "curator",
                    Payload = i % 3 == 0
                        ? default
                        : System.Text.Encoding.UTF8.GetBytes($$$"""{"n":{{{i}}},"in":{"body_sha256":"{{{new string('0', 64)}}}","body":"{\"v\":1,","crc":"00000000"}}"""),
                    Body = i % 4 == 0 ? null : $"Body {i} with \"quotes\" and {{\"v\":1, 👋\n",
                    DedupKey = i % 5 == 0 ? $"key {i}" : null,
                },
                CancellationToken.None);
        }

        return await ReadAsync(Open());
    }

    public static async Task<IReadOnlyList<LogRecord>> ReadAsync(IEventLog log, Position from = default)
    {
        var records = new List<LogRecord>();
        await foreach (var record in log.ReadAsync(from, CancellationToken.None))
        {
            records.Add(record);
        }

        return records;
    }

    public static RecordId IdOf(int i) => new(new Guid(i, 0x1234, 0x7abc, 0x81, 2, 3, 4, 5, 6, 7, (byte)i));
}
