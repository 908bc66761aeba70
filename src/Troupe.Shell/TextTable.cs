using System.Text;

namespace Troupe.Shell;

/// <summary>Columns of plain text; a column without any text takes no room.</summary>
public static class TextTable
{
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => Width(row[column]))).ToArray();
        return rows.Select(row =>
        {
            var line = new StringBuilder();
            for (var column = 0; column < row.Length; column++)
            {
                if (widths[column] > 0)
                {
                    line.Append(row[column]).Append(' ', widths[column] - Width(row[column]) + 2);
                }
            }

            return line.ToString().TrimEnd();
        });
    }

    // An emoji takes two cells, whatever it is put together from; selectors and joiners take none.
    private static int Width(string text)
    {
        var width = 0;
        var elements = System.Globalization.StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var wide = element.EnumerateRunes().Any(rune => rune.Value is >= 0x1F300 and <= 0x1FAFF or 0xFE0F or 0x26A1);
            width += wide ? 2 : 1;
        }

        return width;
    }
}
