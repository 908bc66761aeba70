namespace Troupe.Weaving;

/// <summary>Where one side is gone, the lines that the other side changed: all between the first and the last difference. Pure.</summary>
internal static class ChangedLines
{
    private const int MaxLines = 60;

    public static Hunk Of(string @base, string ours, string theirs)
    {
        var before = @base.Split('\n');
        var after = (ours.Length > 0 ? ours : theirs).Split('\n');
        var shorter = Math.Min(before.Length, after.Length);
        var start = 0;
        while (start < shorter && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var changed = Lines(after, start, end);
        return new Hunk(start + 1, Lines(before, start, end), ours.Length > 0 ? changed : "", ours.Length > 0 ? "" : changed);
    }

    private static string Lines(string[] lines, int start, int end)
    {
        var count = lines.Length - end - start;
        var shown = lines.Skip(start).Take(Math.Min(count, MaxLines)).Select(line => line + "\n");
        return string.Concat(shown) + (count > MaxLines ? "…\n" : "");
    }
}
