using System.Text;

namespace Troupe.Weaving;

/// <summary>What a side made of the place where lines collide, as a diff with the lines around it. Pure.</summary>
internal static class LandedChange
{
    private const int Context = 3;
    private const int MaxLines = 40;
    private const int MaxLength = 4000;

    /// <param name="base">The lines that were found there.</param>
    /// <param name="ours">The file of that side.</param>
    /// <param name="at">Which of its lines collide.</param>
    public static string Of(string[] @base, string[] ours, Range at)
    {
        var (from, to) = (at.Start.GetOffset(ours.Length), at.End.GetOffset(ours.Length));
        List<string> lines = [.. Marked(' ', ours[Math.Max(0, from - Context)..from])];
        AddDifference(lines, @base, ours[from..to]);
        lines.AddRange(Marked(' ', ours[to..Math.Min(ours.Length, to + Context)]));
        return Bounded(lines);
    }

    private static void AddDifference(List<string> lines, string[] before, string[] after)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] Numbered(string[] text) => [.. text.Select(line => numbers.TryGetValue(line, out var known) ? known : numbers[line] = numbers.Count)];

        var same = 0;
        foreach (var change in LineDiff.Of(Numbered(before), Numbered(after)))
        {
            lines.AddRange(Marked(' ', before[same..change.From]));
            lines.AddRange(Marked('-', before[change.From..change.To]));
            lines.AddRange(Marked('+', after[change.NewFrom..change.NewTo]));
            same = change.To;
        }

        lines.AddRange(Marked(' ', before[same..]));
    }

    private static IEnumerable<string> Marked(char mark, IEnumerable<string> lines) => lines.Select(line => $"{mark}{line.TrimEnd('\n')}\n");

    private static string Bounded(List<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Take(MaxLines))
        {
            if (text.Length + line.Length > MaxLength)
            {
                return text.Append("…\n").ToString();
            }

            text.Append(line);
        }

        return (lines.Count > MaxLines ? text.Append("…\n") : text).ToString();
    }
}
