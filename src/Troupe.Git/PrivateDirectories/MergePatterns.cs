using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>Patterns of files that are merged in another way than line by line, as lines of <c>info/attributes</c>.</summary>
internal static class MergePatterns
{
    // The last line that matches wins, so these stand behind everything that the tree says.
    public static byte[] AppendTo(byte[] attributes, MergeRules rules)
    {
        using var lines = new MemoryStream();
        lines.Write(attributes);
        var patterns = rules.Drivers.SelectMany(driver => driver.Paths.Select(path => (path, driver.Name))).Concat(rules.UnionPaths.Select(path => (path, "union")));
        foreach (var (pattern, driver) in patterns)
        {
            Write(lines, pattern, $"merge={driver}");
        }

        for (var i = 0; i < rules.Regenerate.Count; i++)
        {
            foreach (var pattern in rules.Regenerate[i].Paths)
            {
                Write(lines, pattern, $"{LockAttributes.Rule}={i}");
            }

            foreach (var pattern in rules.Regenerate[i].Inputs)
            {
                Write(lines, pattern, LockAttributes.InputOf(i));
            }
        }

        return lines.ToArray();
    }

    private static void Write(MemoryStream lines, string pattern, string attribute)
    {
        lines.Write(QuotedBytes.Quote(Require(pattern)));
        lines.Write(Encoding.UTF8.GetBytes($" {attribute}\n"));
    }

    private static byte[] Require(string pattern) =>
        pattern.Length > 0 && pattern[0] != '!' && !pattern.StartsWith("[attr]", StringComparison.Ordinal) && pattern.AsSpan().IndexOfAny('\n', '\0') < 0
            ? Encoding.UTF8.GetBytes(pattern)
            : throw new TroupeException(
                ErrorCode.InvalidSettings,
                $"'{Printable.Escape(pattern)}' is not a pattern of files to merge: use the patterns of .gitattributes, such as 'CHANGELOG.md' or '**/journals/**'.");
}
