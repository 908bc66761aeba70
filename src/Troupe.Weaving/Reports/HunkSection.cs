using System.Text;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Colliding lines in a report, each side fenced. Pure.</summary>
internal static class HunkSection
{
    public static void Append(StringBuilder text, Conflict conflict, Hunk hunk)
    {
        if (conflict.Ours is null || conflict.Theirs is null)
        {
            AppendOneSided(text, hunk, deletedByYou: conflict.Theirs is null);
            return;
        }

        text.Append($"\nAt line {hunk.Line} of the landed file:\n");
        if (conflict.Base is not null)
        {
            AppendSide(text, "you found", hunk.Base);
        }

        AppendSide(text, "has landed", hunk.Ours);
        AppendSide(text, "you want", hunk.Theirs);
        if (YourChange(hunk) is { Length: > 0 } yours)
        {
            AppendSide(text, "what you did there", yours);
        }

        if (hunk.Change.Length > 0)
        {
            AppendSide(text, "what the landed change did there", hunk.Change);
        }
    }

    // In many lines one does not see what is different.
    private static string YourChange(Hunk hunk)
    {
        const int Few = 8;
        var (found, wanted) = (TextLines.Split(hunk.Base), TextLines.Split(hunk.Theirs));
        return found.Length <= Few || wanted.Length <= Few || found[^1] == HunkText.Cut || wanted[^1] == HunkText.Cut
            ? ""
            : LandedChange.Of(found, wanted, ..);
    }

    // One side has no file any more: what the other side made of it, and of what.
    private static void AppendOneSided(StringBuilder text, Hunk hunk, bool deletedByYou)
    {
        text.Append(deletedByYou
            ? $"\nWhat was changed in the file that you delete, at line {hunk.Line}:\n"
            : $"\nWhat you changed in the file that is deleted, at line {hunk.Line}:\n");
        AppendSide(text, "both found", hunk.Base);
        AppendSide(text, deletedByYou ? "has landed" : "you want", deletedByYou ? hunk.Ours : hunk.Theirs);
    }

    // A fence is longer than any run of backticks inside of it.
    private static void AppendSide(StringBuilder text, string name, string lines)
    {
        if (lines.Length == 0)
        {
            text.Append($"\n*{name}:* nothing\n");
            return;
        }

        var fence = new string('`', Math.Max(3, LongestRun(lines) + 1));
        text.Append($"\n*{name}:*\n{fence}\n");
        foreach (var line in lines.TrimEnd('\n').Split('\n'))
        {
            text.Append(Printable.Escape(line.Replace("\t", "    ", StringComparison.Ordinal))).Append('\n');
        }

        text.Append(fence).Append('\n');
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
