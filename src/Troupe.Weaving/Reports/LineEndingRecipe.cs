namespace Troupe.Weaving;

/// <summary>What to do where line endings are the reason, or a part of it. Pure.</summary>
internal static class LineEndingRecipe
{
    public static string Of(Conflict conflict, LineEndings endings) =>
        endings.Base is null && conflict.Hunks.Count == 0
            ? "Leave this file out: the landed one is the same but for the line endings."
        : endings.PatchChangedNothingElse && endings.Ours == endings.Theirs
            ? "Leave this file out: you changed nothing but its line endings, and it has those by now."
        : endings.PatchChangedNothingElse
            ? $"You changed nothing but the line endings. Leave this file out; if your change is about them, take the landed file and write it anew ({Rewrite(conflict.Path, endings.Theirs)})."
        : endings.LandedChangedNothingElse
            ? $"What has landed changed nothing but the line endings: take your file as it is and give it {endings.Ours} too{By(conflict.Path, endings)}."
        : conflict.Hunks.Count == 0 && endings.Base == endings.Ours
            ? $"Give your file {endings.Ours} like the landed one{By(conflict.Path, endings)} and hand it in again: nothing else collides."
        : conflict.Hunks.Count == 0
            ? $"Give your file {endings.Ours} like the landed one{By(conflict.Path, endings)}, then make what you changed in the landed file: nothing else collides."
        : $"Take the landed file, make your change to the lines below in it, and save it with {endings.Ours}{By(conflict.Path, endings)}.";

    private static string By(string path, LineEndings endings) => endings.Ours == LineEndings.Mixed ? "" : $" ({Rewrite(path, endings.Ours)})";

    private static string Rewrite(string path, string ending) => ending switch
    {
        LineEndings.Lf => ShellPath.Command($@"perl -pi -e 's/\r$//' {ShellPath.Of(path)}"),
        LineEndings.Crlf => ShellPath.Command($@"perl -pi -e 's/\r?\n/\r\n/' {ShellPath.Of(path)}"),
        _ => "each line with the end that you want",
    };
}
