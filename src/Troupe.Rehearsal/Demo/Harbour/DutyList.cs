namespace Troupe.Rehearsal.Demo;

/// <summary>
/// A module that is a long list in three parts, each about a third of the file. It is made for a conflict that no pair of changes
/// shows: whoever renames it rewrites one part, two others rewrite the other two. Once two parts are new, less than half of the file
/// is left, git no longer follows the rename, and the third change finds its file deleted.
/// </summary>
/// <param name="NewName">What its module is called by whoever renames it.</param>
/// <param name="Line">The line of an entry.</param>
/// <param name="RewrittenLine">The same entry in a tidier hand.</param>
internal sealed record DutyList(
    string Area, string OldName, string NewName, string Summary, Func<WatchEntry, string> Line, Func<WatchEntry, string> RewrittenLine)
{
    private const int EntriesPerWatch = 22;

    public HarbourModule Original =>
        new(Area, OldName, Summary, [], [.. Enum.GetValues<Watch>().SelectMany(PartOf)]);

    /// <summary>Where it is in a tree in which it may have been renamed.</summary>
    public string PathIn(WorkingTree tree)
    {
        var renamed = HarbourModule.PathOf(Area, NewName);
        return tree.Exists(renamed) ? renamed : HarbourModule.PathOf(Area, OldName);
    }

    /// <summary>Writes the lines of one part anew.</summary>
    public void Rewrite(WorkingTree tree, Watch watch) =>
        tree.Replace(PathIn(tree), Lines(watch, Line), Lines(watch, RewrittenLine));

    public void Rename(WorkingTree tree) => tree.RenameModule(Area, OldName, NewName);

    // The heading is nobody's to change: changes on either side of it do not touch.
    private IEnumerable<string> PartOf(Watch watch) => EntriesOf(watch).Select(Line).Prepend($"    # The {watch.Name()} watch.");

    private static string Lines(Watch watch, Func<WatchEntry, string> line) =>
        string.Concat(EntriesOf(watch).Select(entry => line(entry) + "\n"));

    private static IEnumerable<WatchEntry> EntriesOf(Watch watch) =>
        Enumerable.Range((int)watch * EntriesPerWatch, EntriesPerWatch).Select(number => new WatchEntry(watch, number));
}
