using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>Patterns of files whose both sides a merge keeps, as lines of <c>info/attributes</c>.</summary>
internal static class UnionPatterns
{
    // The last line that matches wins, so these stand behind everything that the tree says.
    public static byte[] AppendTo(byte[] attributes, IReadOnlyList<string> patterns)
    {
        using var lines = new MemoryStream();
        lines.Write(attributes);
        foreach (var pattern in patterns)
        {
            lines.Write(QuotedBytes.Quote(Require(pattern)));
            lines.Write(" merge=union\n"u8);
        }

        return lines.ToArray();
    }

    private static byte[] Require(string pattern) =>
        pattern.Length > 0 && pattern[0] != '!' && !pattern.StartsWith("[attr]", StringComparison.Ordinal) && pattern.AsSpan().IndexOfAny('\n', '\0') < 0
            ? Encoding.UTF8.GetBytes(pattern)
            : throw new TroupeException(
                ErrorCode.InvalidSettings,
                $"'{Printable.Escape(pattern)}' is not a union pattern: use the patterns of .gitattributes, such as 'CHANGELOG.md' or '**/journals/**'.");
}
