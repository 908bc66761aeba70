using System.Text;

namespace Troupe.Weaving;

/// <summary>
/// Finds conflict markers in a file. A line of equals signs alone is none: it underlines headings. Nor is a lone closing line: a
/// mail may be quoted seven times over. Pure, one pass.
/// </summary>
internal static class ConflictMarkers
{
    /// <summary>How long git makes them where no attribute says otherwise.</summary>
    public const int UsualSize = 7;

    // Where git itself looks for a NUL to tell binary files.
    private const int BinaryProbe = 8000;
    private const int LongestShown = 60;

    /// <summary>The lines that open or close a conflict, in their order; of a binary file none.</summary>
    /// <param name="size">How many signs such a line begins with.</param>
    public static IReadOnlyList<MarkerLine> In(ReadOnlySpan<byte> content, int size = UsualSize)
    {
        if (content[..Math.Min(content.Length, BinaryProbe)].Contains((byte)0))
        {
            return [];
        }

        List<MarkerLine> openings = [], closings = [];
        var divided = false;
        for (var number = 1; !content.IsEmpty; number++)
        {
            var end = content.IndexOf((byte)'\n');
            var line = end < 0 ? content : content[..end];
            content = end < 0 ? [] : content[(end + 1)..];
            switch (line.IsEmpty ? 0 : line[0])
            {
                case (byte)'<' when IsMarker(line, size):
                    openings.Add(Shown(number, line));
                    break;
                case (byte)'>' when IsMarker(line, size):
                    closings.Add(Shown(number, line));
                    break;
                case (byte)'=' or (byte)'|' when IsMarker(line, size):
                    divided = true;
                    break;
            }
        }

        return openings.Count > 0 || divided ? [.. openings.Concat(closings).OrderBy(marker => marker.Number)] : [];
    }

    // Exactly so many signs, then the end of the line or a blank with a name behind it.
    private static bool IsMarker(ReadOnlySpan<byte> line, int size)
    {
        var signs = line.IndexOfAnyExcept(line[0]);
        return signs < 0 ? line.Length == size : signs == size && (line[size] is (byte)' ' || line[size..] is [(byte)'\r']);
    }

    private static MarkerLine Shown(int number, ReadOnlySpan<byte> line) =>
        new(number, Encoding.UTF8.GetString(line[..Math.Min(line.Length, LongestShown)]).TrimEnd('\r'));
}
