using System.Collections;
using Troupe.Processes;

namespace Troupe.EventLog.Tests;

/// <summary>Writers on a disk whose power is cut again and again while they write: what they reported as durable, and what was there.</summary>
internal sealed class CrashImages(CrashDisk disk, Random random)
{
    /// <summary>Cuts before the writers begin anew, in an empty folder.</summary>
    private const int CutsOfOneRun = 5;

    public int Taken { get; private set; }

    /// <summary>Ids reported before a cut and looked for after it, over all images.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Those of them that were not there.</summary>
    public long Lost { get; private set; }

    /// <param name="writers">How to start each writer in a folder.</param>
    /// <param name="read">Gives the ids that a folder holds after the power came back.</param>
    public async Task TakeAsync(int images, Func<string, IReadOnlyList<string>[]> writers, Func<string, Task<HashSet<string>>> read)
    {
        while (Taken < images)
        {
            var name = $"run-{Taken}";
            Directory.CreateDirectory(Path.Combine(disk.Folder, name));
            using var over = new CancellationTokenSource();
            var acknowledgements = new Acknowledgements();
            Task[] runs = [.. writers(Path.Combine(disk.Folder, name)).Select(command => RunAsync(command, acknowledgements, over.Token))];
            try
            {
                for (var cut = 0; cut < CutsOfOneRun && Taken < images; cut++, Taken++)
                {
                    await Task.WhenAny([acknowledgements.MoreAsync(1 + random.Next(100)), .. runs]);
                    acknowledgements.Other.ShouldBeEmpty();
                    runs.ShouldAllBe(run => !run.IsCompleted, "writers write until they are ended");
                    var reported = acknowledgements.SoFar();
                    await disk.CutPowerAsync(async folder => Note(reported, await read(Path.Combine(folder, name))));
                }
            }
            finally
            {
                await over.CancelAsync();
                await Task.WhenAll(runs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            Directory.Delete(Path.Combine(disk.Folder, name), recursive: true);
        }
    }

    private void Note(List<string> reported, HashSet<string> found)
    {
        Acknowledged += reported.Count;
        Lost += reported.Count(id => !found.Contains(id));
    }

    private static Task RunAsync(IReadOnlyList<string> command, Acknowledgements acknowledgements, CancellationToken over) =>
        ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = command[0],
                Arguments = [.. command.Skip(1)],
                WorkingDirectory = "/",
                Environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                    .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal),
                Received = acknowledgements.OfOneWriter(),
                Grace = TimeSpan.Zero,
            },
            over);
}
