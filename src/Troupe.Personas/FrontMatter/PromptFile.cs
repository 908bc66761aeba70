namespace Troupe.Personas;

/// <summary>A prompt file taken apart: front matter between two lines <c>---</c>, and the body after it.</summary>
internal sealed record PromptFile(string FrontMatter, string Body, int BodyLine)
{
    private const string Fence = "---";

    // Front matter is a page at most; more is something else, or meant to hurt.
    private const int LongestFrontMatter = 64 * 1024;

    public static PromptFile? Split(string text, string file, List<RosterProblem> problems)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != Fence)
        {
            problems.Add(new RosterProblem(file, 1, "a prompt begins with front matter: make its first line '---'."));
            return null;
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (end < 0)
        {
            problems.Add(new RosterProblem(file, 1, "the front matter that begins here never ends: close it with a line '---'."));
            return null;
        }

        var frontMatter = string.Join('\n', lines[1..end]) + "\n";
        if (frontMatter.Length > LongestFrontMatter)
        {
            problems.Add(new RosterProblem(file, 1, $"the front matter is longer than {LongestFrontMatter / 1024} KiB: shorten it."));
            return null;
        }

        // Blank lines around the body carry nothing; the layout sets its own.
        var first = Array.FindIndex(lines, end + 1, line => line.Trim().Length > 0);
        return first < 0
            ? new PromptFile(frontMatter, "", end + 2)
            : new PromptFile(frontMatter, string.Join('\n', lines[first..]).TrimEnd() + "\n", first + 1);
    }
}
