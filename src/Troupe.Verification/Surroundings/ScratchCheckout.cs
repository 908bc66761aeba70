using System.Globalization;
using Troupe.Core;

namespace Troupe.Verification;

/// <summary>A folder for one verification, removed at its end; those of runs that were killed are removed when the next one starts.</summary>
internal sealed class ScratchCheckout : IDisposable
{
    private static int _counter;

    private ScratchCheckout(string folder) => Folder = folder;

    public string Folder { get; }

    public static ScratchCheckout Reserve(string parent, CommitId commit)
    {
        Directory.CreateDirectory(parent);
        RemoveAbandoned(parent);
        var name = $"{commit.Value[..12]}.{Environment.ProcessId}.{Interlocked.Increment(ref _counter)}";
        return new ScratchCheckout(Path.Combine(parent, name));
    }

    public void Dispose() => Remove(Folder);

    // The process number in the name says whose it was.
    private static void RemoveAbandoned(string parent)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent))
        {
            var fields = Path.GetFileName(folder).Split('.');
            if (fields.Length == 3
                && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && !Directory.Exists($"/proc/{process}"))
            {
                Remove(folder);
            }
        }
    }

    private static void Remove(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Some tools protect their caches against deletion. Whatever still resists is left for the next run to try again.
            Unprotect(folder);
            TryDelete(folder);
        }
    }

    private static void Unprotect(string folder)
    {
        if (OperatingSystem.IsWindows() || new DirectoryInfo(folder).LinkTarget is not null)
        {
            return;
        }

        // A folder that nobody may read can be searched only afterwards.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var below in Directory.EnumerateDirectories(folder))
        {
            Unprotect(below);
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Said above.
        }
    }
}
