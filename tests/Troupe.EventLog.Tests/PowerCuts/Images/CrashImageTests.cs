using System.Collections;
using Troupe.Processes;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>
/// Power cuts on a real ext4: crash images are taken while writers of their own processes append. They run when TROUPE_CRASH_IMAGES=1
/// asks for them, as root and with loop devices; else they are skipped, and the simulated disk of <see cref="PowerCutTests"/>, which needs nothing, stands in.
/// </summary>
public sealed class CrashImageTests : IDisposable
{
    private const string Python = "python3";

    /// <summary>Commits one row after the other as SQLite does with WAL and synchronous NORMAL: no commit waits for the disk. Its pace is that of a log.</summary>
    private const string UnsyncedWriter = """
        import sqlite3, sys, time, uuid
        db = sqlite3.connect(sys.argv[1] + "/rows.db", isolation_level=None)
        db.execute("pragma journal_mode=wal")
        db.execute("pragma synchronous=normal")
        db.execute("create table rows (id text, body text)")
        while True:
            id = str(uuid.uuid4())
            db.execute("insert into rows values (?, ?)", (id, "x" * 500))
            print(id, flush=True)
            time.sleep(0.001)
        """;

    private const string RowReader = """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[1] + "/rows.db")
        if db.execute("select 1 from sqlite_master where name = 'rows'").fetchone():
            for row in db.execute("select id from rows"):
                print(row[0])
        """;

    private const string Reason = "No crash images were taken: that takes TROUPE_CRASH_IMAGES=1, root, loop devices, mkfs.ext4 and fsfreeze. The simulated disk of PowerCutTests stands in.";

    private static readonly int Stress = int.TryParse(Environment.GetEnvironmentVariable("TROUPE_STRESS"), out var stress) ? stress : 1;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Append_PowerIsCutWhileWritersAppend_NoAcknowledgedRecordIsLost()
    {
        await using var disk = await CrashDisk.TryMakeAsync(_folder);
        Assert.SkipWhen(disk is null, Reason);
        File.WriteAllText(_folder["boot"], new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).ToString());
        var images = new CrashImages(disk, new Random(20260111));
        var writer = Path.Combine(AppContext.BaseDirectory, "..", "..", "Troupe.EventLog.Writer", "debug", "Troupe.EventLog.Writer");

        await images.TakeAsync(
            100 * Stress, folder => [.. Enumerable.Repeat<IReadOnlyList<string>>([writer, folder, "100000000", "never", "200000"], 4)], ReadLogAsync);

        Say("Event log", images);
        images.Taken.ShouldBe(100 * Stress);
        images.Lost.ShouldBe(0);
    }

    /// <summary>The control: writers that do not wait for the disk lose records in this harness.</summary>
    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Append_SqliteWithoutSyncAtEachCommit_LosesAcknowledgedRows()
    {
        await using var disk = await CrashDisk.TryMakeAsync(_folder);
        Assert.SkipWhen(disk is null, Reason);
        var images = new CrashImages(disk, new Random(20260111));

        await images.TakeAsync(20, folder => [["/usr/bin/env", Python, "-c", UnsyncedWriter, folder]], ReadRowsAsync);

        Say("SQLite (WAL, NORMAL)", images);
        images.Lost.ShouldBeGreaterThan(0);
    }

    private static void Say(string what, CrashImages images) => TestContext.Current.TestOutputHelper!.WriteLine(
        $"{what}: {images.Taken} crash images, {images.Acknowledged} times an acknowledged record was looked for, {images.Lost} were not there");

    /// <summary>Reads the log, appends to it, and reads that: after a crash it goes on.</summary>
    private async Task<HashSet<string>> ReadLogAsync(string folder)
    {
        var log = new FileEventLog(folder, TimeProvider.System, new NextBoot(_folder["boot"]));
        var found = (await SmallLog.ReadAsync(log)).Select(record => record.Id).ToList();
        log.Damage.ShouldNotContain(damage => damage.Kind == DamageKind.Missing || damage.Kind == DamageKind.Corrupt);

        var next = await log.AppendAsync(SegmentedLog.RecordOf(1), CancellationToken.None);
        (await SmallLog.ReadAsync(log)).Select(record => record.Id).ShouldBe([.. found, next.Id]);
        return [.. found.Select(id => id.ToString())];
    }

    private async Task<HashSet<string>> ReadRowsAsync(string folder)
    {
        var read = await ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = "/usr/bin/env",
                Arguments = [Python, "-c", RowReader, folder],
                WorkingDirectory = "/",
                Environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                    .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal),
            },
            TestContext.Current.CancellationToken);
        read.ExitCode.ShouldBe(0, read.ErrorText);
        return [.. read.OutputText.Split('\n')];
    }
}
