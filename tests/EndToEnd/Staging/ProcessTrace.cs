using System.Text;

namespace Troupe.EndToEnd;

/// <summary>Whether a process belongs to a folder.</summary>
internal static class ProcessTrace
{
    /// <summary>The process as a line for a person; null: it has nothing to do with the folder, or is gone.</summary>
    public static string? Read(string process, string folder)
    {
        try
        {
            var status = File.ReadAllText(Path.Combine(process, "stat"));
            var isZombie = status[(status.LastIndexOf(')') + 2)..].StartsWith('Z');
            var command = Text(process, "cmdline");
            return !isZombie && (command.Contains(folder, StringComparison.Ordinal) || Text(process, "environ").Contains(folder, StringComparison.Ordinal))
                ? $"{Path.GetFileName(process)}: {command.Replace('\0', ' ')}"
                : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Text(string process, string file) => Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(process, file)));
}
