using System.Globalization;
using Troupe.EventLog;
using Troupe.Processes;
using Troupe.Testing;

namespace Troupe.EndToEnd;

/// <summary>
/// The program sends, and is killed (SIGKILL) after a time that chance decides: before, while or after it appends. Every message
/// is sent again until it was acknowledged. In the end each is in the log exactly once.
/// </summary>
public sealed class KillStormTests : IDisposable
{
    private const int Senders = 8;
    private static readonly int Kills = 2000 * Stress.Factor;

    private readonly TemporaryFolder _folder = new();
    private int _killed;
    private int _acknowledgedWhenKilled;

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Send_KilledThousandsOfTimes_NoMessageIsLostOrDoubled()
    {
        Directory.CreateDirectory(_folder[".git"]);
        Directory.CreateDirectory(_folder[".team/personas/curator"]);
        var acknowledged = (await Task.WhenAll(Enumerable.Range(0, Senders).Select(SendAllAsync))).SelectMany(ids => ids).ToList();

        var log = new FileEventLog(_folder[".team/mail"], TimeProvider.System);
        var (ids, keys) = await ReadAsync(log);
        _killed.ShouldBeGreaterThanOrEqualTo(Kills);
        acknowledged.Where(id => !ids.Contains(id)).ShouldBeEmpty("acknowledged and lost");
        keys.Count.ShouldBe(keys.Distinct().Count(), "one message was doubled");
        keys.Count.ShouldBe(acknowledged.Distinct().Count(), "each message was acknowledged in the end, under one id");
        log.Damage.ShouldNotContain(damage => damage.LostRecords);
        TestContext.Current.SendDiagnosticMessage($"{_killed} kills, {_acknowledgedWhenKilled} of them after the acknowledgement, {keys.Count} messages");
    }

    /// <summary>Sends one message after the other until there were enough kills; gives what was acknowledged.</summary>
    private async Task<List<string>> SendAllAsync(int sender)
    {
        var random = new Random(20260111 + sender);
        List<string> acknowledged = [];
        for (var message = 0; Volatile.Read(ref _killed) < Kills; message++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{sender}-{message}");
            var answered = false;
            for (var attempt = 0; !answered; attempt++)
            {
                // Later attempts get more time, so that a busy machine gets there too.
                var run = await SendAsync(key, milliseconds: 1 + (random.NextDouble() * 6 * (1 + attempt)));
                answered = run.OutputText.Length > 36;
                if (run.ExitCode == 128 + 9)
                {
                    Interlocked.Increment(ref _killed);
                    Interlocked.Add(ref _acknowledgedWhenKilled, answered ? 1 : 0);
                }
                else
                {
                    run.ExitCode.ShouldBe(0, run.ErrorText);
                }

                if (answered)
                {
                    acknowledged.Add(run.OutputText.Trim());
                }
            }
        }

        return acknowledged;
    }

    private Task<ProgramResult> SendAsync(string key, double milliseconds) => ProgramRunner.RunAsync(
        new ProgramRequest
        {
            Program = "/usr/bin/timeout",
            Arguments =
            [
                "--signal=KILL", string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:F6}"),
                BuiltProgram.Mail, "send", "--persona", "lead", "--to", "curator", "--subject", "storm", "--dedup-key", key, "--body", "text",
            ],
            WorkingDirectory = _folder.Path,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/usr/bin:/bin", ["HOME"] = _folder.Path },
            Timeout = TimeSpan.FromMinutes(1),
        },
        TestContext.Current.CancellationToken);

    private static async Task<(HashSet<string> Ids, List<string> Keys)> ReadAsync(FileEventLog log)
    {
        HashSet<string> ids = [];
        List<string> keys = [];
        await foreach (var record in log.ReadAsync(Position.Start, TestContext.Current.CancellationToken))
        {
            ids.Add(record.Id.ToString());
            keys.Add(record.DedupKey!);
        }

        return (ids, keys);
    }
}
