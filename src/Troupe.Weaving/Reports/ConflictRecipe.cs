namespace Troupe.Weaving;

/// <summary>What to change so that the next attempt fits, in one or two sentences for each kind. Pure.</summary>
internal static class ConflictRecipe
{
    public static string Of(Conflict conflict) => conflict.Kind switch
    {
        ConflictKind.Content => OfContent(conflict.Hunks),
        ConflictKind.AddAdd => conflict.AreAlike
            ? "The two files are mostly the same: take the landed one and make in it only those of the differences below that are your work."
            : "Open the landed file and add to it what yours has and it lacks; if the two are about different things, give yours another name and mend what refers to it.",
        ConflictKind.ModifyDelete => conflict.Ours is null ? OfGoneFile(conflict)
            : "Read the landed change first: if the file is needed for it, keep the file and leave out your deletion; else move what it added to where you put the rest, then delete.",
        ConflictKind.RenameDelete => conflict.Ours is null
            ? $"Leave out your rename: the file is gone in what has landed, under both names.{(conflict.Hunks.Count == 0 ? "" : $" {Place(conflict)}")}"
            : $"The file lives on as {Name(conflict.Path)}: delete it there if your reason still holds, else leave it.",
        ConflictKind.RenameRename => OfTwoRenames(conflict),
        ConflictKind.RenameAdd => OfTakenName(conflict),
        ConflictKind.FileDirectory => OfFileAndFolder(conflict),
        ConflictKind.Binary => "It cannot be merged: take the landed version and make your change again in it, with the tool that made the file.",
        ConflictKind.Mode => $"Keep the landed mode, unless your change is about the mode; then set it again ({ModeCommand(conflict)}) and say why.",
        ConflictKind.Symlink => "Take the landed entry, link or file, and make your change at what it now stands for; replace it only if that is what your change is about.",
        ConflictKind.Submodule => "Check out in the submodule a commit that has both commits in its history, and record that one; if there is none, take the landed one.",
        ConflictKind.CrossPatchRename => "Make your change in the file that you meant: see where its content is in what has landed, and leave the file named here alone.",
        ConflictKind.CaseOnly => OfCase(conflict),
        ConflictKind.LineEndings => LineEndingRecipe.Of(conflict, conflict.Endings!),
        ConflictKind.MissingBase => $"{conflict.Detail} If nobody has it any more, make your change again on a commit that is there.",
        _ => throw new ArgumentOutOfRangeException(nameof(conflict), conflict.Kind, null),
    };

    private static string OfContent(IReadOnlyList<Hunk> hunks) =>
        hunks.Count == 0 ? "Take the landed file and make your own difference again in it."
        : hunks.All(hunk => hunk is { Base: "", Theirs: "" }) ? "What has landed holds all that you add there, and more: keep it as it is."
        : hunks.All(hunk => hunk is { Base: "", Ours: "" }) ? "What has landed added the same, without these lines: put in those that are your work, where they stand below."
        : hunks.All(hunk => hunk.Base.Length == 0) ? "Both add lines at the same place: keep the landed lines as they are and put yours before or after them, without what they say already."
        : hunks.All(hunk => hunk.Theirs.Length == 0) ? "You took these lines away, and they are others by now: take them away again only if your reason holds for what they have become."
        : hunks.All(hunk => hunk.Ours.Length == 0) ? "The lines that you changed are gone: leave them out, and make your change where their work is done now, if anywhere."
        : "Keep what has landed, and make only your own difference again in it: read what the landed change did to these lines, then apply your intent to its result.";

    private static string OfGoneFile(Conflict conflict) =>
        conflict.Hunks.Count > 0 && !conflict.HunksAreCut && conflict.Hunks.All(hunk => hunk.Theirs.Length == 0)
            ? "Leave this file out: you only took lines away from it, and now all of it is gone."
            : $"Do not bring the file back by itself. {Place(conflict)}";

    // Where the content of a file may be that is gone.
    private static string Place(Conflict conflict) => conflict.Successors switch
    {
        null => "See in what has landed where its content is now and make your change there, or drop it if nothing needs it any more.",
        [] => "The change that took it away adds no file: drop what you changed in it, unless another file does its work by now.",
        var added => $"Look for its content in what was added with that: {ConflictReport.Listed(added)}. Make your change there, or drop it if nothing needs it any more.",
    };

    private static string OfTwoRenames(Conflict conflict) => conflict is { Ours: { } ours, Theirs: { } theirs } && ours.Path != theirs.Path
        ? $"Leave the file at {Name(ours.Path)}, where it has landed: make what else you changed in it there, and refer to it by that name instead of {Name(theirs.Path)}."
        : $"Leave the landed file at {Name(conflict.Path)} and give yours a name that is free; then mend whatever refers to it.";

    private static string OfTakenName(Conflict conflict) => conflict.AreAlike
        ? $"The two are mostly the same file: keep the landed {Name(conflict.Path)}, make in it what is your work of the differences below"
            + (conflict.RenamedByPatchFrom is { } old ? $", and delete {Name(old)} if it should be gone." : ".")
        : "Leave the landed file where it is and give yours a name that is free; then mend whatever refers to it.";

    private static string OfFileAndFolder(Conflict conflict) => conflict.Theirs is null
        ? $"Leave the landed file {Name(conflict.Path)} and put what you have below {Name(conflict.Path + "/")} into a folder of another name; then mend whatever refers to it."
        : $"Leave the landed folder {Name(conflict.Path + "/")} and give your file another name, or a place in it; then mend whatever refers to it.";

    private static string ModeCommand(Conflict conflict) => conflict.Theirs is { Mode: "100755" or "100644" } theirs
        ? ShellPath.Command($"git update-index --chmod={(theirs.Mode == "100755" ? "+x" : "-x")} {ShellPath.Of(conflict.Path)}")
        : ShellPath.Command("git update-index --chmod");

    private static string OfCase(Conflict conflict)
    {
        var there = conflict.OtherPaths.FirstOrDefault(conflict.Path);
        return conflict.Ours is null
            ? $"Put your file below the landed folder {Name(there + "/")}, in these letters, or give it another name."
            : $"Make your change in {Name(there)}, which is there, and leave out {Name(conflict.Path)}. If your change is about the spelling, "
                + $"rename the landed file instead of adding one: {ShellPath.Command($"git mv {ShellPath.Of(there)} {ShellPath.Of(conflict.Path)}")}.";
    }

    private static string Name(string path) => $"`{ConflictReport.Inline(path)}`";
}
