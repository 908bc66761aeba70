using System.Globalization;
using System.Text;

namespace Troupe.Mail;

/// <summary>
/// The name under which an attachment is stored in a folder. The name in a message is metadata that anybody wrote: what comes out
/// here is one path segment, on Linux, macOS and Windows, that is visible, stays in its folder and reads as it is.
/// Cleaning twice is the same as once.
/// </summary>
public static class AttachmentName
{
    /// <summary>In bytes of UTF-8. File systems take 255: room is left for the number that <see cref="Distinct"/> adds.</summary>
    public const int Longest = 200;

    private const int LongestExtension = 20;
    private const string Nameless = "attachment";

    public static string Clean(string name)
    {
        // Whoever wrote a path meant its last segment, with either separator.
        var segment = name.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        var visible = Ends(Visible(segment));
        if (visible.Length == 0)
        {
            return Nameless;
        }

        // A leading '-' would be an option to most programs.
        var harmless = visible[0] == '-' || WindowsDevice.IsNamed(visible) ? $"_{visible}" : visible;
        return Cut(harmless);
    }

    /// <summary>The clean name itself, or the first of <c>name (2).ext</c>, <c>name (3).ext</c> … that is not taken.</summary>
    /// <param name="clean">A name that <see cref="Clean"/> gave.</param>
    /// <param name="taken">Asked without regard to case where the folder may be on a system that has none.</param>
    public static string Distinct(string clean, Func<string, bool> taken)
    {
        var (stem, extension) = Split(clean);
        var candidate = clean;
        for (var number = 2; taken(candidate); number++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{stem} ({number}){extension}");
        }

        return candidate;
    }

    private static string Visible(string segment)
    {
        var text = new StringBuilder(segment.Length);
        foreach (var rune in segment.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                // Line feeds, NUL, zero-width characters and those that turn a line around: nobody sees that they are gone.
                case UnicodeCategory.Control or UnicodeCategory.Format:
                    break;
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    text.Append(' ');
                    break;
                case UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate:
                    text.Append('_');
                    break;
                default:
                    text.Append(rune == Rune.ReplacementChar || (rune.IsAscii && "<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal)) ? "_" : rune.ToString());
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Leading dots hide a file or leave its folder; Windows drops dots and blanks at the end.</summary>
    private static string Ends(string text) => text.TrimStart(' ', '.').TrimEnd(' ', '.');

    private static string Cut(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= Longest)
        {
            return name;
        }

        var (stem, extension) = Split(name);
        var room = Longest - Encoding.UTF8.GetByteCount(extension);
        var length = 0;
        foreach (var rune in stem.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return stem[..length].TrimEnd(' ', '.') + extension;
    }

    private static (string Stem, string Extension) Split(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && Encoding.UTF8.GetByteCount(name.AsSpan(dot)) <= LongestExtension ? (name[..dot], name[dot..]) : (name, "");
    }
}
