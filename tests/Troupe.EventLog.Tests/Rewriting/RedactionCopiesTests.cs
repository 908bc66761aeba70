using Microsoft.Extensions.Time.Testing;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>A record whose sync failed stands in the log twice.</summary>
public sealed class RedactionCopiesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FaultyCalls _calls = new();

    private SegmentedLog Log => new(_folder["log"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Redact_RecordWasWrittenTwice_IsGoneFromBothSegments()
    {
        var at = await WriteTwiceAsync();

        new Redaction(_folder["log"]).Redact(at).ShouldBeTrue();

        Text().ShouldNotContain("the secret");
        (await SmallLog.ReadAsync(Log.Open())).Count(record => record.IsBodyRedacted).ShouldBe(1);
    }

    [Fact]
    public async Task Redact_ManyOfWhichOneWasWrittenTwice_IsGoneFromBothSegments()
    {
        var at = await WriteTwiceAsync();

        new Redaction(_folder["log"]).Redact([Position.Start, at], Token);

        Text().ShouldNotContain("the secret");
    }

    /// <summary>The first copy is what readers look at to see whether something is left to do.</summary>
    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Redact_DiesAtAnyStep_TheFirstCopyGoesLast()
    {
        await WriteTwiceAsync();
        Directory.Move(_folder["log"], _folder["written"]);
        var (died, step) = (true, 1);
        for (; died && step < 200; step++)
        {
            Copy(_folder["written"], _folder[$"log-{step}"]);
            died = await RedactionDeaths.DiesAsync(_folder[$"log-{step}"], "secret", step);

            var record = (await SmallLog.ReadAsync(new FileEventLog(_folder[$"log-{step}"], new FakeTimeProvider()))).Single(record => record.DedupKey == "secret");
            (!record.IsBodyRedacted || !Text(_folder[$"log-{step}"]).Contains("the secret", StringComparison.Ordinal)).ShouldBeTrue($"step {step}");
        }

        step.ShouldBeInRange(10, 199);
    }

    private async Task<Position> WriteTwiceAsync()
    {
        await Log.FillAsync(2);
        var failed = 0;
        _calls.Instead = (name, _) => name == "sync" && failed++ == 0 ? -Errno.InputOutput : null;
        await new SegmentedLog(_folder["log"], _calls).Open().AppendAsync(
            new NewRecord { Kind = "sent", Actor = "curator", Body = "the secret", DedupKey = "secret" }, Token);
        Text().Split("the secret").Length.ShouldBe(3);
        return (await SmallLog.ReadAsync(Log.Open())).Single(record => record.DedupKey == "secret").Position;
    }

    private string Text(string? folder = null) =>
        string.Concat(Directory.GetFiles(folder ?? _folder["log"], "*.jsonl").Select(File.ReadAllText));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
