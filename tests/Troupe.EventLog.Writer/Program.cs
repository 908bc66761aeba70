using System.Diagnostics;
using System.Globalization;
using Troupe.EventLog;
using Troupe.EventLog.Writer;

// A writer of its own process for the tests and benchmarks:
//   Troupe.EventLog.Writer FOLDER COUNT [KILL-AFTER-MICROSECONDS|never [SEGMENT-BYTES]]
//   Troupe.EventLog.Writer mail FOLDER COUNT
// The first appends COUNT records, one after the other, and prints the id of each when it has been acknowledged. COUNT may be a time,
// as in 2s: then it appends for so long and prints how many records it appended. With a third argument it ends itself by SIGKILL after
// that time, at whatever it is doing then. A fourth says how long a segment gets before it is sealed.
// The second writes the mail of a team, see MailTeam.
if (args is ["mail", var folder, var events])
{
    await MailTeam.WriteAsync(folder, int.Parse(events, CultureInfo.InvariantCulture));
    return;
}

var log = args.Length > 3
    ? new FileEventLog(args[0], TimeProvider.System, LinuxCalls.Instance, long.Parse(args[3], CultureInfo.InvariantCulture))
    : new FileEventLog(args[0], TimeProvider.System);
var lasts = args[1].EndsWith('s') ? TimeSpan.FromSeconds(double.Parse(args[1][..^1], CultureInfo.InvariantCulture)) : Timeout.InfiniteTimeSpan;
var count = lasts > TimeSpan.Zero ? int.MaxValue : int.Parse(args[1], CultureInfo.InvariantCulture);
using var output = Console.OpenStandardOutput();
using var self = Process.GetCurrentProcess();
Thread? killer = null;
var began = Stopwatch.GetTimestamp();
var i = 0;

for (; i < count && !(lasts > TimeSpan.Zero && Stopwatch.GetElapsedTime(began) > lasts); i++)
{
    var record = new NewRecord
    {
        Kind = "tested",
        Actor = "writer",
        Payload = """{"to":["curator"],"subject":"Numbers"}"""u8.ToArray(),
        Body = new string('x', 50 + (i % 7 * 400)),
    };
    var appended = await log.AppendAsync(record, CancellationToken.None);
    if (lasts <= TimeSpan.Zero)
    {
        output.Write(System.Text.Encoding.ASCII.GetBytes(appended.Id + "\n"));
    }

    if (args.Length > 2 && args[2] != "never" && killer is null)
    {
        var microseconds = long.Parse(args[2], CultureInfo.InvariantCulture);
        var start = Stopwatch.GetTimestamp();
        killer = new Thread(() =>
        {
            while (Stopwatch.GetElapsedTime(start).TotalMicroseconds < microseconds)
            {
                Thread.Yield();
            }

            self.Kill();
        });
        killer.Start();
    }
}

killer?.Join();
if (lasts > TimeSpan.Zero)
{
    output.Write(System.Text.Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture) + "\n"));
}
