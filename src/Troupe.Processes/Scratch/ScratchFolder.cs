using System.Globalization;
using Troupe.Core;
using Troupe.Processes.Ending;

namespace Troupe.Processes;

/// <summary>
/// A folder that one process works in for a while and removes at the end. Where the process was killed, whoever comes
/// next removes it and ends what still runs for it: the owner's number and the time of its start are in the folder's name.
/// </summary>
public sealed class ScratchFolder : IDisposable
{
    /// <summary>Programs that work for a scratch folder carry its path in this variable, so that they do not outlive its owner for long.</summary>
    public const string Variable = "TROUPE_SCRATCH_FOLDER";

    private static readonly string Owner = $"{Environment.ProcessId}-{ProcessEntry.StartOf(Environment.ProcessId)}";

    private static int _counter;

    private ScratchFolder(string path) => Path = path;

    /// <summary>It does not exist until somebody makes it.</summary>
    public string Path { get; }

    /// <summary>Names a new folder, and clears away those of owners that are gone.</summary>
    /// <param name="parent">Made if it does not exist, so that nobody else can look into it.</param>
    /// <param name="label">Says in the name what it is for; without a dot.</param>
    public static async Task<ScratchFolder> ReserveAsync(string parent, string label)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(parent);
        }
        else
        {
            Directory.CreateDirectory(parent, PrivateFolder.Mode);
        }

        await SweepAsync(parent);
        var name = $"{label}.{Owner}.{Interlocked.Increment(ref _counter)}";
        return new ScratchFolder(System.IO.Path.Combine(parent, name));
    }

    /// <summary>The environment of a program that works for this folder: should the owner be killed, whoever clears it away ends it first.</summary>
    public IReadOnlyDictionary<string, string> Mark(IReadOnlyDictionary<string, string> environment) =>
        new Dictionary<string, string>(environment, StringComparer.Ordinal) { [Variable] = Path };

    /// <summary>Clears away the scratch folders whose owners are gone, and ends what still works for them.</summary>
    public static Task SweepAsync(string parent) => SweepAsync(parent, folder => Leftovers.EndMarkedAsync(Variable, folder));

    /// <param name="end">Ends what still works for a folder.</param>
    internal static async Task SweepAsync(string parent, Func<string, Task> end)
    {
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(parent).Where(IsAbandoned).ToList())
        {
            try
            {
                await end(folder);
            }
            catch (TroupeException failure) when (failure.Code == ErrorCode.Process)
            {
                // What works for it cannot be ended, so it is no folder to remove yet. The next sweep tries again.
                continue;
            }

            Remove(folder);
        }
    }

    /// <summary>
    /// Makes the folder, and gives a place for files that are many, small and short-lived: in memory if there is room for them, else
    /// the folder itself.
    /// </summary>
    /// <param name="bytes">How much those files may come to hold.</param>
    public string Make(MemoryPlace memory, long bytes)
    {
        Directory.CreateDirectory(Path);
        return MemoryFolder.TryMake(Path, memory, bytes) ?? Path;
    }

    /// <summary>Gives the place in memory back before the end; the folder itself stays.</summary>
    public void LeaveMemory() => MemoryFolder.Remove(Path);

    public void Dispose() => Remove(Path);

    private static void Remove(string folder)
    {
        MemoryFolder.Remove(folder);
        StubbornFolder.Remove(folder);
    }

    // A later process may well have the owner's number, in a container that is started again nearly always.
    private static bool IsAbandoned(string folder)
    {
        var fields = System.IO.Path.GetFileName(folder).Split('.');
        var owner = fields.Length == 3 ? fields[1].Split('-') : [];
        return owner.Length is 1 or 2
            && int.TryParse(owner[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && (ProcessEntry.StartOf(id) is not { } start || owner.Length == 2 && owner[1] != start);
    }
}
