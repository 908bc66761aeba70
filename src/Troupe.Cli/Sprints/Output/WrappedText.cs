using System.Text;
using Troupe.Core;

namespace Troupe.Cli.Sprints;

/// <summary>Text of any length and origin, in lines of a terminal.</summary>
internal static class WrappedText
{
    /// <summary>The width that the output of commands keeps to.</summary>
    public const int Columns = 100;

    private const string Ellipsis = "…";

    /// <summary>The lines, each at most <paramref name="width"/> wide. A word that is wider, such as a path, is left whole.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        foreach (var line in text.Split('\n'))
        {
            var filled = new StringBuilder();
            foreach (var word in Printable.Escape(line.TrimEnd()).Split(' '))
            {
                if (filled.Length > 0 && filled.Length + 1 + word.Length > width)
                {
                    yield return filled.ToString();
                    filled.Clear();
                }

                filled.Append(filled.Length > 0 ? " " : "").Append(word);
            }

            yield return filled.ToString();
        }
    }

    /// <summary>One line of at most <paramref name="width"/>, more only where a full path would be cut.</summary>
    public static string Cut(string text, int width)
    {
        var line = Printable.Escape(FirstLine(text));
        if (line.Length <= width)
        {
            return line;
        }

        var end = EndOfPath(line, width - 1);
        return end == line.Length ? line : line[..end].TrimEnd() + Ellipsis;
    }

    // A path that is cut leads nowhere.
    private static int EndOfPath(string line, int cut)
    {
        var start = line.LastIndexOf(' ', cut) + 1;
        var word = line.AsSpan(start).TrimStart("'\"(");
        var end = line.IndexOf(' ', cut);
        return !word.StartsWith("/") ? cut : end < 0 ? line.Length : end;
    }

    public static string FirstLine(string text) => text.Split('\n', 2)[0];

    /// <summary>The last lines below the first one: what a failed program printed.</summary>
    public static IEnumerable<string> Tail(string text, int lines) =>
        text.Split('\n').Skip(1).Where(line => !string.IsNullOrWhiteSpace(line)).TakeLast(lines);
}
