using System.Diagnostics;
using Troupe.Processes;

// Prints one line per measure: milliseconds per run of /bin/true with its output captured, the shell's, and the ratio.
// Ours and the shell's take turns, so that both see the same machine.
const int Rounds = 5;
const int Runs = 200;
var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/usr/bin:/bin" };
var program = new ProgramRequest { Program = "true", WorkingDirectory = "/", Environment = environment };
var shell = program with
{
    Program = "sh",
    Arguments = ["-c", $"i=0; while [ $i -lt {Runs} ]; do x=$(/bin/true); i=$((i+1)); done"],
};

await MeasureAsync(program, Runs);
var ours = double.MaxValue;
var theirs = double.MaxValue;
for (var round = 0; round < Rounds; round++)
{
    ours = Math.Min(ours, await MeasureAsync(program, Runs) / Runs);
    theirs = Math.Min(theirs, await MeasureAsync(shell, 1) / Runs);
}

Console.WriteLine($"spawn and reap  ours {ours:F3} ms  sh {theirs:F3} ms  ratio {ours / theirs:F2}");

static async Task<double> MeasureAsync(ProgramRequest request, int times)
{
    var clock = Stopwatch.StartNew();
    for (var i = 0; i < times; i++)
    {
        await ProgramRunner.RunAsync(request, CancellationToken.None);
    }

    return clock.Elapsed.TotalMilliseconds;
}
