using System.Text;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>One conflict in a report: what it is, with whom, and the colliding lines of all three sides. Pure.</summary>
internal static class ConflictSection
{
    public static void Append(StringBuilder text, Conflict conflict)
    {
        text.Append("\n## `").Append(ConflictReport.Inline(conflict.Path)).Append("`: ").Append(conflict.Kind.Name()).Append("\n\n");
        text.Append(Advice(conflict)).Append('\n');
        AppendCounterparts(text, conflict);
        foreach (var hunk in conflict.Hunks)
        {
            AppendHunk(text, conflict, hunk);
        }

        if (conflict.HunksAreCut)
        {
            text.Append("\nThere is more than is shown here.\n");
        }
    }

    private static string Advice(Conflict conflict) => conflict.Kind switch
    {
        ConflictKind.Content => "You and what has landed changed the same lines.",
        ConflictKind.AddAdd => "You and what has landed each added this file, differently: make one file of both, or choose another name.",
        ConflictKind.ModifyDelete => conflict.Ours is null
            ? $"{Who(conflict, "deletes", "delete")} this file, and you changed it: find where its content went, or say why it has to stay."
            : $"{Who(conflict, "changes", "change")} this file, and you delete it: see whether its new content makes it worth keeping.",
        ConflictKind.RenameDelete => $"One side renames this file and the other deletes it{Others(conflict)}.",
        ConflictKind.RenameRename => $"Both sides rename, and the names collide{Others(conflict)}: agree on one name.",
        ConflictKind.RenameAdd => $"One side renames a file to a name that the other side takes for a new file{Others(conflict)}.",
        ConflictKind.FileDirectory => "One side has a file where the other side has a folder: one of them needs another name.",
        ConflictKind.Binary => "Both sides changed a file that has no lines to merge: make it again from the landed one.",
        ConflictKind.Mode => $"The content is the same, the mode is not: `{conflict.Ours?.Mode}` has landed, you want `{conflict.Theirs?.Mode}`.",
        ConflictKind.Symlink => "A symbolic link is in the way: the sides disagree on where it leads, or on whether this is a link.",
        ConflictKind.Submodule => $"The sides point the submodule to different commits: `{conflict.Ours?.Blob}` has landed, you want `{conflict.Theirs?.Blob}`.",
        ConflictKind.CrossPatchRename => $"Your change was made for another file{Others(conflict)}; git would put it here only because the two look alike.",
        _ => throw new ArgumentOutOfRangeException(nameof(conflict), conflict.Kind, null),
    };

    private static string Others(Conflict conflict) => conflict.OtherPaths.Count == 0 ? "" : $" ({ConflictReport.Listed(conflict.OtherPaths)})";

    // The counterparts of the conflict, or what has landed where nobody knows them.
    private static string Who(Conflict conflict, string verb, string verbOfSeveral) => conflict.Counterparts switch
    {
        [] => $"What has landed {verb}",
        [var one] => $"{ConflictReport.Listed([one.Name])} {verb}",
        var several => $"{ConflictReport.Listed([.. several.Select(other => other.Name)])} {verbOfSeveral}",
    };

    private static void AppendHunk(StringBuilder text, Conflict conflict, Hunk hunk)
    {
        if (conflict.Ours is not null && conflict.Theirs is not null)
        {
            text.Append($"\nAt line {hunk.Line} of the landed file:\n");
            AppendSide(text, "you found", hunk.Base);
            AppendSide(text, "has landed", hunk.Ours);
            AppendSide(text, "you want", hunk.Theirs);
            return;
        }

        // One side has no file any more: what the other side made of it, and of what.
        var deletedByYou = conflict.Theirs is null;
        text.Append(deletedByYou ? $"\nWhat was changed in the file that you delete, at line {hunk.Line}:\n" : $"\nWhat you changed in the file that is deleted, at line {hunk.Line}:\n");
        AppendSide(text, "both found", hunk.Base);
        AppendSide(text, deletedByYou ? "has landed" : "you want", deletedByYou ? hunk.Ours : hunk.Theirs);
    }

    private static void AppendCounterparts(StringBuilder text, Conflict conflict)
    {
        if (conflict.Counterparts.Count == 0)
        {
            return;
        }

        text.Append(conflict.IsJoint ? "\nWith each of these alone it merges; with all of them it does not:\n\n" : "\nWhat you collide with:\n\n");
        foreach (var other in conflict.Counterparts)
        {
            var who = other.Persona is { } persona && persona.Value != other.Label ? $" ({persona})" : "";
            text.Append($"- `{ConflictReport.Inline(other.Label)}`{who}: {ConflictReport.Inline(other.Subject)}\n");
        }
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
