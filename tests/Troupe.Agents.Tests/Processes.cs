namespace Troupe.Agents.Tests;

/// <summary>Looks at the processes of this machine.</summary>
internal static class Processes
{
    /// <summary>Those whose command line or environment holds the text; zombies have neither.</summary>
    public static IReadOnlyList<int> Holding(string text, string what = "*") =>
        [.. Directory.EnumerateDirectories("/proc")
            .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]) && Holds(folder, text, what))
            .Select(folder => int.Parse(Path.GetFileName(folder)))
            .Where(id => id != Environment.ProcessId)];

    private static bool Holds(string folder, string text, string what)
    {
        try
        {
            return (what is "*" or "cmdline" && Read(folder, "cmdline").Contains(text, StringComparison.Ordinal))
                || (what is "*" or "environ" && Read(folder, "environ").Contains(text, StringComparison.Ordinal));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Read(string folder, string file) => File.ReadAllText(Path.Combine(folder, file)).Replace('\0', ' ');
}
