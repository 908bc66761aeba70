using System.Globalization;

namespace Troupe.Weaving;

/// <summary>What a commit message says beyond its subject: why the change was made, and in which pull request. Pure.</summary>
internal static class StatedIntent
{
    private const int MaxLength = 1200;
    private const string PullRequestTrailer = "Pull-Request:";

    /// <summary>The body without trailers of ours, cut to a length that one can read; null: there is only a subject.</summary>
    public static string? Of(string message)
    {
        var body = string.Join('\n', WithoutRepeats(Lines(message).Skip(1).Where(line => !IsTrailer(line)))).Trim();
        return body.Length == 0 ? null : body.Length <= MaxLength ? body : body[..MaxLength] + "…";
    }

    /// <summary>The pull request as a trailer names it, or by the label where that is a pull request's ref; null: nobody says.</summary>
    public static string? PullRequest(string message, string label)
    {
        var trailer = Lines(message).LastOrDefault(line => line.StartsWith(PullRequestTrailer, StringComparison.OrdinalIgnoreCase));
        if (trailer is not null)
        {
            return trailer[PullRequestTrailer.Length..].Trim();
        }

        var parts = label.Split('/');
        var at = Array.IndexOf(parts, "pull");
        var number = label.StartsWith("pr:", StringComparison.Ordinal) ? label[3..] : at >= 0 && at + 1 < parts.Length ? parts[at + 1] : "";
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? $"#{parsed}" : null;
    }

    private static string[] Lines(string message) => message.Replace("\r\n", "\n", StringComparison.Ordinal).Trim().Split('\n');

    // A squashed series says the same again and again.
    private static IEnumerable<string> WithoutRepeats(IEnumerable<string> lines)
    {
        HashSet<string> said = new(StringComparer.Ordinal);
        return lines.Where(line => line.Trim().Length == 0 || said.Add(line));
    }

    // Who signed is no reason, nor are the lines that squashing puts between messages.
    private static bool IsTrailer(string line) =>
        line.StartsWith("Troupe-", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith(PullRequestTrailer, StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("Co-authored-by:", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("Signed-off-by:", StringComparison.OrdinalIgnoreCase)
        || (line.StartsWith("---", StringComparison.Ordinal) && line.Trim('-').Length == 0);
}
