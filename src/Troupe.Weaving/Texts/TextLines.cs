namespace Troupe.Weaving;

/// <summary>Texts as lines, each with its line break, so that a last line without one is not the same as one that has it.</summary>
internal static class TextLines
{
    public static string[] Split(string text)
    {
        List<string> lines = [];
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) + 1;
            end = end == 0 ? text.Length : end;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }
}
