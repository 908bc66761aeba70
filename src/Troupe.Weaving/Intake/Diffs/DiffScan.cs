using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// Reads the headers of a unified diff before git does: which paths it names, and whether it is a diff at all. Lines inside
/// of hunks are counted off, so that a deleted line <c>-- x</c> is not taken for a header. Pure.
/// </summary>
internal sealed partial class DiffScan
{
    private readonly List<string> _paths = [];
    private int _old;
    private int _new;
    private int _files;

    private DiffScan()
    {
    }

    /// <summary>Why the text is no usable diff, as a sentence; null: git may have it.</summary>
    public string? Objection { get; private set; }

    /// <summary>Every path that it names, without the prefixes <c>a/</c> and <c>b/</c>.</summary>
    public IReadOnlyList<string> Paths => _paths;

    public static DiffScan Of(ReadOnlySpan<byte> bytes)
    {
        var scan = new DiffScan();
        var number = 0;
        var text = Encoding.Latin1.GetString(bytes.EndsWith("\n"u8) ? bytes[..^1] : bytes);
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (!scan.InHunk(line, number))
            {
                scan.Header(line);
            }

            if (scan.Objection is not null)
            {
                return scan;
            }
        }

        scan.Objection = scan._old > 0 || scan._new > 0 ? "It ends in the middle of a hunk."
            : scan._files == 0 ? "There is no diff in it."
            : PathRules.FirstObjection(scan._paths);
        return scan;
    }

    private bool InHunk(string line, int number)
    {
        if (_old <= 0 && _new <= 0)
        {
            return false;
        }

        switch (line.Length == 0 ? ' ' : line[0])
        {
            case ' ' or '\r':
                _old--;
                _new--;
                break;
            case '-':
                _old--;
                break;
            case '+':
                _new--;
                break;
            case '\\':
                break;
            default:
                Objection = $"Line {number} is in a hunk, but is no line of a diff: '{Printable.Escape(line.Length > 60 ? line[..60] : line)}'.";
                break;
        }

        return true;
    }

    private void Header(string line)
    {
        if (HunkHeader().Match(line) is { Success: true } hunk)
        {
            _old = Count(hunk.Groups["old"]);
            _new = Count(hunk.Groups["new"]);
        }
        else if (After(line, "diff --git ") is { } names)
        {
            _files++;
            AddTwin(names);
        }
        else if ((After(line, "--- ") ?? After(line, "+++ ")) is { } name && !name.StartsWith("/dev/null", StringComparison.Ordinal))
        {
            _files++;
            AddPrefixed(QuotedName.Read(name));
        }
        else if ((After(line, "rename from ") ?? After(line, "rename to ") ?? After(line, "copy from ") ?? After(line, "copy to ")) is { } plain)
        {
            _paths.Add(QuotedName.Read(plain));
        }
    }

    // `diff --git a/NAME b/NAME` can be cut in two only where both names are the same; other names have lines of their own.
    private void AddTwin(string names)
    {
        var text = names.TrimEnd('\r');
        var half = text.Length / 2;
        if (text.Length % 2 == 1 && text[half] == ' ')
        {
            AddPrefixed(QuotedName.Read(text[..half]));
        }
    }

    private void AddPrefixed(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        _paths.Add(slash > 0 ? name[(slash + 1)..] : name);
    }

    private static string? After(string line, string start) => line.StartsWith(start, StringComparison.Ordinal) ? line[start.Length..] : null;

    private static int Count(Group group) =>
        !group.Success ? 1 : int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1;

    [GeneratedRegex(@"^@@ -\d+(,(?<old>\d+))? \+\d+(,(?<new>\d+))? @@", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HunkHeader();
}
