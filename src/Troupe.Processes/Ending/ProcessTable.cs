using System.Globalization;

namespace Troupe.Processes.Ending;

/// <summary>The processes of this machine, read from /proc.</summary>
internal static class ProcessTable
{
    public static IReadOnlyList<ProcessEntry> Read()
    {
        List<ProcessEntry> entries = [];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(folder.AsSpan("/proc/".Length), NumberStyles.None, null, out var id)
                && ProcessEntry.Read(id) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>
    /// The children of this process's first thread, among them all that it inherited as subreaper: the kernel hands
    /// orphans to the first living thread.
    /// </summary>
    /// <returns>Null where the kernel does not offer the list.</returns>
    public static IReadOnlyList<int>? Children()
    {
        try
        {
            var line = File.ReadAllText($"/proc/self/task/{Environment.ProcessId}/children");
            return line.Length == 0 ? [] : [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
