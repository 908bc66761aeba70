using System.Globalization;
using Troupe.Processes.Ending;

namespace Troupe.Processes;

/// <summary>
/// A folder that one process works in for a while and removes at the end. Where the process was killed, whoever comes
/// next removes it and ends what still runs for it: the number of the owner is in the folder's name.
/// </summary>
public sealed class ScratchFolder : IDisposable
{
    /// <summary>Programs that work for a scratch folder carry its path in this variable, so that they do not outlive its owner for long.</summary>
    public const string Variable = "TROUPE_SCRATCH_FOLDER";

    private static int _counter;

    private ScratchFolder(string path) => Path = path;

    /// <summary>It does not exist until somebody makes it.</summary>
    public string Path { get; }

    /// <summary>Names a new folder, and clears away those of owners that are gone.</summary>
    /// <param name="parent">Made if it does not exist.</param>
    /// <param name="label">Says in the name what it is for; without a dot.</param>
    public static async Task<ScratchFolder> ReserveAsync(string parent, string label)
    {
        Directory.CreateDirectory(parent);
        await SweepAsync(parent);
        var name = $"{label}.{Environment.ProcessId}.{Interlocked.Increment(ref _counter)}";
        return new ScratchFolder(System.IO.Path.Combine(parent, name));
    }

    /// <summary>Clears away the scratch folders whose owners are gone, and ends what still works for them.</summary>
    public static async Task SweepAsync(string parent)
    {
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(parent).Where(IsAbandoned).ToList())
        {
            await Leftovers.EndMarkedAsync(Variable, folder);
            StubbornFolder.Remove(folder);
        }
    }

    public void Dispose() => StubbornFolder.Remove(Path);

    private static bool IsAbandoned(string folder)
    {
        var fields = System.IO.Path.GetFileName(folder).Split('.');
        return fields.Length == 3
            && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var owner)
            && ProcessEntry.Read(owner) is null or { IsZombie: true };
    }
}
