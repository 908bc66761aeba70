using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class RedactionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SegmentedLog Log => new(_folder["log"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(39)]
    public async Task Redact_Body_IsGoneFromTheDiskAndNothingElseChanges(int which)
    {
        await Log.FillAsync(40);
        var before = await SmallLog.ReadAsync(Log.Open());
        var secret = before[which];

        new Redaction(_folder["log"]).Redact(secret.Position).ShouldBeTrue();

        var log = Log.Open();
        var after = await SmallLog.ReadAsync(log);
        after.Select(record => (record.Id, record.Position, record.Next)).ShouldBe(before.Select(record => (record.Id, record.Position, record.Next)));
        after[which].Body.ShouldBe(new string('*', secret.Body!.Length));
        after.Where((_, i) => i != which).Select(record => record.Body).ShouldBe(before.Where((_, i) => i != which).Select(record => record.Body));
        foreach (var file in Directory.GetFiles(_folder["log"]))
        {
            (await File.ReadAllTextAsync(file, Token)).ShouldNotContain($"\"{secret.Body}\"");
        }

        new LogCheck(_folder["log"]).Run(Token).Findings.ShouldBeEmpty();
        (await Log.Open().AppendAsync(SegmentedLog.RecordOf(40), Token)).Duplicate.ShouldBeFalse();
        new LogCheck(_folder["log"]).Run(Token).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Redact_ManyRecords_EachSegmentIsWrittenOnce()
    {
        await Log.FillAsync(40);
        var before = await SmallLog.ReadAsync(Log.Open());
        var calls = new FaultyCalls();

        new Redaction(_folder["log"], calls).Redact(before.Where((_, i) => i % 2 == 0).Select(record => record.Position).Reverse(), Token);

        var after = await SmallLog.ReadAsync(Log.Open());
        after.Select((record, i) => record.IsBodyRedacted == (i % 2 == 0)).ShouldAllBe(right => right);
        after.Select(record => (record.Id, record.Position, record.Next)).ShouldBe(before.Select(record => (record.Id, record.Position, record.Next)));
        new LogCheck(_folder["log"]).Run(Token).Findings.ShouldBeEmpty();
        var segments = before.Select(record => record.Position.Segment).Distinct().Count();
        segments.ShouldBeGreaterThan(1);
        // A segment and its manifest, which the active one has not.
        calls.Names.Count(name => name == "rename").ShouldBe((2 * segments) - 1);
        new Redaction(_folder["log"], calls).Redact(before.Where((_, i) => i % 2 == 0).Select(record => record.Position), Token);
        calls.Names.Count(name => name == "rename").ShouldBe((2 * segments) - 1);
    }

    [Fact]
    public async Task Redact_ManyRecordsOneOfWhichIsNone_ChangesNothingOfThatSegment()
    {
        await Log.FillAsync(3);
        var record = (await SmallLog.ReadAsync(Log.Open()))[0];

        Should.Throw<TroupeException>(() => new Redaction(_folder["log"]).Redact([record.Position, new Position(0, 5)], Token)).Code.ShouldBe(ErrorCode.NotFound);

        (await SmallLog.ReadAsync(Log.Open()))[0].Body.ShouldBe(record.Body);
    }

    [Fact]
    public async Task Redact_SegmentThatSomebodyHadChanged_StillShowsThat()
    {
        await Log.FillAsync(40);
        var records = await SmallLog.ReadAsync(Log.Open());
        var cut = records[0];
        var name = Log.File(SegmentNames.Sealed(0));
        var bytes = await File.ReadAllBytesAsync(name, Token);
        Array.Fill(bytes, (byte)'\n', (int)cut.Position.Offset, (int)(cut.Next.Offset - cut.Position.Offset));
        await File.WriteAllBytesAsync(name, bytes, Token);

        new Redaction(_folder["log"]).Redact(records[1].Position);

        new LogCheck(_folder["log"]).Run(Token).Findings.ShouldContain(finding => finding.Kind == LogFindingKind.ChangedSegment);
    }

    [Fact]
    public async Task Redact_NoRecordBeginsThere_IsAnError()
    {
        await Log.FillAsync(3);

        var refused = Should.Throw<TroupeException>(() => new Redaction(_folder["log"]).Redact(new Position(0, 5)));

        refused.Code.ShouldBe(ErrorCode.NotFound);
    }

    [Fact]
    public async Task Run_BodyWasChangedButNotRedacted_IsFound()
    {
        await Log.FillAsync(3);
        var record = (await SmallLog.ReadAsync(Log.Open()))[1];
        new Redaction(_folder["log"]).Redact(record.Position);
        var text = await File.ReadAllTextAsync(Log.File(SegmentNames.Active), Token);
        var line = text[(int)record.Position.Offset..((int)record.Next.Offset - 1)];
        var other = line.Replace("\"******\"", "\"Body X\"", StringComparison.Ordinal);
        var unsigned = other[..other.LastIndexOf(",\"crc\"", StringComparison.Ordinal)];
        var signed = $"{unsigned},\"crc\":\"{Crc32C.Of(System.Text.Encoding.UTF8.GetBytes(unsigned)):x8}\"}}";
        await File.WriteAllTextAsync(Log.File(SegmentNames.Active), text.Replace(line, signed, StringComparison.Ordinal), Token);

        new LogCheck(_folder["log"]).Run(Token).Findings.ShouldHaveSingleItem().Kind.ShouldBe(LogFindingKind.ChangedBody);
        new LogCheck(_folder["log"]).Run(Token).IsSound.ShouldBeFalse();
    }
}
