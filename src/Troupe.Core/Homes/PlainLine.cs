using System.Text;

namespace Troupe.Core;

/// <summary>The small files that point elsewhere: one line, a path in it.</summary>
internal static class PlainLine
{
    // Longer than any path that a system takes; whatever is bigger is not such a file.
    private const int LongestLine = 16 * 1024;

    /// <summary>The first line without surrounding blanks; null where there is no such file, or it is empty or no text.</summary>
    public static string? Read(string path)
    {
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length > LongestLine)
            {
                return null;
            }

            var text = Encoding.UTF8.GetString(File.ReadAllBytes(path)).AsSpan();
            var end = text.IndexOfAny('\n', '\0');
            var line = (end < 0 ? text : text[..end]).Trim();
            return line.IsEmpty ? null : line.ToString();
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
