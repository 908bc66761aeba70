using System.Text;
using Microsoft.Extensions.Time.Testing;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>The format, frozen. The golden file was written by another implementation, from the specification.</summary>
public sealed class GoldenTests : IDisposable
{
    private const string Body = "Grüße 👋\n\u001b[31mred\u0085\u2028end\\\"\u007f";
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Golden", "v1.jsonl");

    private static readonly NewRecord[] Records =
    [
        new() { Kind = "sent", Actor = "weaver", Payload = Json("""{"to": ["curator"], "subject": "Konflikt in src/a.cs", "n": 1.50}"""), Body = Body },
        new() { Kind = "read", Actor = "curator" },
        new()
        {
            Kind = "sprint_started",
            Actor = "lead",
            DedupKey = "sprint 7\tstart",
            Payload = Json("""
                {
                  "sprint": 7,
                  "deep": { "body": "x", "crc": "00000000", "list": [ true, false, null, { } ] }
                }
                """),
        },
        new() { Kind = "sent", Actor = "curator", DedupKey = "k\"ey", Payload = Json("""{"empty":{}}"""), Body = "" },
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Append_KnownRecords_GivesTheGoldenFileByteByByte()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 11, 9, 6, 0, TimeSpan.Zero));
        var log = new FileEventLog(_folder["log"], time);
        for (var i = 0; i < Records.Length; i++)
        {
            await log.AppendAsync(Records[i] with { Id = IdOf(i) }, CancellationToken.None);
            time.Advance(TimeSpan.FromMilliseconds(5));
        }

        Encoding.UTF8.GetString(new SmallLog(_folder["log"]).Bytes).ShouldBe(await File.ReadAllTextAsync(Golden, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Read_GoldenFile_GivesWhatWasWritten()
    {
        var log = new SmallLog(_folder["log"]) { Bytes = await File.ReadAllBytesAsync(Golden, TestContext.Current.CancellationToken) };
        var opened = log.Open();

        var read = await SmallLog.ReadAsync(opened);

        opened.Damage.ShouldBeEmpty();
        read.Select(r => r.Id).ShouldBe(Enumerable.Range(0, 4).Select(IdOf));
        read.Select(r => r.Kind).ShouldBe(Records.Select(r => r.Kind));
        read.Select(r => r.Actor).ShouldBe(Records.Select(r => r.Actor));
        read.Select(r => r.Body).ShouldBe(Records.Select(r => r.Body));
        read.Select(r => r.DedupKey).ShouldBe(Records.Select(r => r.DedupKey));
        read[2].Timestamp.ShouldBe(new DateTimeOffset(2026, 1, 11, 9, 6, 0, 10, TimeSpan.Zero));
        for (var i = 1; i < read.Count; i++)
        {
            read[i].Chain.ToArray().ShouldBe(read[i - 1].NextChain());
        }

        (await opened.AppendAsync(Records[3] with { Actor = "again" }, CancellationToken.None)).Duplicate.ShouldBeTrue();
    }

    /// <summary>A name may be added with a new version of the format; none may go or change.</summary>
    [Fact]
    public void ReservedNames_AreFrozen() =>
        RecordFormat.ReservedNames.ShouldBe(["v", "id", "ts", "kind", "actor", "key", "body_sha256", "body", "prev", "crc"]);

    private static RecordId IdOf(int i) => new(new Guid(i, 0x1234, 0x7abc, 0x81, 2, 3, 4, 5, 6, 7, 8));

    private static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);
}
