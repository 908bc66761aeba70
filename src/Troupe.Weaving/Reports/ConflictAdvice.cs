namespace Troupe.Weaving;

/// <summary>What happened to a path, in one sentence for each kind: who did what to which name. Pure.</summary>
internal static class ConflictAdvice
{
    public static string Of(Conflict conflict) => conflict.Kind switch
    {
        ConflictKind.Content => "You and what has landed changed the same lines.",
        ConflictKind.AddAdd => conflict.AreAlike
            ? "You and what has landed each added this file, with few differences."
            : "You and what has landed each added this file, differently.",
        ConflictKind.ModifyDelete => conflict.Ours is null
            ? $"{Who(conflict, "deletes", "delete")} this file, and you changed it."
            : $"{Who(conflict, "changes", "change")} this file, and you delete it.",
        ConflictKind.RenameDelete => conflict.Ours is null
            ? $"{Who(conflict, "deletes", "delete")} {Source(conflict)}, and you rename it to {Name(conflict.Path)}."
            : $"{Who(conflict, "renames", "rename")} {Source(conflict)} to {Name(conflict.Path)}, and you delete it.",
        ConflictKind.RenameRename => OfTwoRenames(conflict),
        ConflictKind.RenameAdd => OfTakenName(conflict),
        ConflictKind.FileDirectory => conflict.Theirs is null
            ? "What has landed has a file of this name, and you have files below it, as in a folder."
            : "What has landed has a folder of this name, and you have a file.",
        ConflictKind.Binary => conflict.IsUnmergedText
            ? "Both sides changed a file that is not merged line by line, because the attributes of the repository say so."
            : "Both sides changed a file that has no lines to merge.",
        ConflictKind.Mode => $"The content is the same, the mode is not: `{conflict.Ours?.Mode}` has landed, you want `{conflict.Theirs?.Mode}`.",
        ConflictKind.Symlink => "A symbolic link is in the way: the sides disagree on where it leads, or on whether this is a link.",
        ConflictKind.Submodule =>
            $"The sides point the submodule to different commits: `{conflict.Ours?.Blob}` has landed, you want `{conflict.Theirs?.Blob}`.",
        ConflictKind.CrossPatchRename => $"Your change was made for another file{Others(conflict)}; git would put it here only because the two look alike.",
        ConflictKind.CaseOnly => conflict.Ours is null
            ? $"Its name differs only in case from that of a folder that is there{Others(conflict)}: many systems take the two for one."
            : $"Its name differs only in case from one that is there{Others(conflict)}: many systems take the two for one file.",
        ConflictKind.LineEndings => OfLineEndings(conflict, conflict.Endings!),
        ConflictKind.MissingBase => "What you started from is not in the repository that your change is to land in.",
        _ => throw new ArgumentOutOfRangeException(nameof(conflict), conflict.Kind, null),
    };

    private static string OfTwoRenames(Conflict conflict) => conflict is { Ours: { } ours, Theirs: { } theirs } && ours.Path != theirs.Path
        ? $"{Who(conflict, "renames", "rename")} {Name(conflict.Path)} to {Name(ours.Path)}, and you rename it to {Name(theirs.Path)}."
        : $"Two files were renamed to this name, one by what has landed and one by you{Others(conflict)}.";

    private static string OfTakenName(Conflict conflict) => (conflict.RenamedByPatchFrom, conflict.OtherPaths) switch
    {
        ({ } old, _) => $"You rename {Name(old)} to this name, and what has landed has a new file of this name.",
        (null, [var old]) => $"What has landed renames {Name(old)} to this name, and you add a file of this name.",
        _ => $"One side renames a file to a name that the other side takes too{Others(conflict)}.",
    };

    private static string OfLineEndings(Conflict conflict, LineEndings endings) =>
        $"The line endings of this file were changed: the landed file has {endings.Ours}, yours {endings.Theirs}"
        + (endings.Base is null ? ". " : $", and the one that you started from {endings.Base}. ")
        + (conflict.Hunks.Count > 0 ? "With line endings ignored, these lines still collide." : "With line endings ignored, nothing collides.");

    private static string Source(Conflict conflict) => conflict.OtherPaths is [var old, ..] ? Name(old) : "this file";

    private static string Others(Conflict conflict) => conflict.OtherPaths.Count == 0 ? "" : $" ({ConflictReport.Listed(conflict.OtherPaths)})";

    // The counterparts of the conflict, or what has landed where nobody knows them.
    private static string Who(Conflict conflict, string verb, string verbOfSeveral) => conflict.Counterparts switch
    {
        [] => $"What has landed {verb}",
        [var one] => $"{ConflictReport.Listed([one.Name])} {verb}",
        var several => $"{ConflictReport.Listed([.. several.Select(other => other.Name)])} {verbOfSeveral}",
    };

    private static string Name(string path) => $"`{ConflictReport.Inline(path)}`";
}
