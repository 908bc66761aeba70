namespace Troupe.Weaving;

/// <summary>Which files git has to read to merge a patch onto the tip and the patches taken before it. Pure.</summary>
internal sealed class MergeNeeds
{
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);

    /// <param name="theirs">From the fork to what the patch makes of it.</param>
    /// <param name="ours">From the fork to the tip.</param>
    public IReadOnlyList<(string Path, string Blob)> Of(IReadOnlyList<PathChange> theirs, IReadOnlyList<PathChange> ours)
    {
        var tip = ours.ToDictionary(change => change.Path, StringComparer.Ordinal);
        List<(string Path, TreeLeaf? Leaf)> files = [];
        foreach (var change in theirs)
        {
            files.Add((change.Path, change.New));

            // Where everybody else has left the file as it was, nobody reads what that was.
            var ourChange = tip.GetValueOrDefault(change.Path);
            if (ourChange is not null || _changed.Contains(change.Path))
            {
                files.Add((change.Path, change.Old));
                files.Add((change.Path, ourChange?.New));
            }
        }

        if (theirs.Any(change => IsSoughtElsewhere(change, tip.GetValueOrDefault(change.Path), ours)))
        {
            files.AddRange(ours.Where(change => change.Old is null).Select(change => (change.Path, change.New)));
        }

        return [.. files.Where(file => file.Leaf is { Mode.IsGitlink: false }).Select(file => (file.Path, file.Leaf!.Value.ObjectName))];
    }

    /// <summary>The patch takes part in the weave: those after it may have to be merged with it.</summary>
    public void Take(IReadOnlyList<PathChange> theirs)
    {
        _changed.UnionWith(theirs.Select(change => change.Path));
        _gone.UnionWith(theirs.Where(change => change.New is null).Select(change => change.Path));
    }

    // A file that is changed here and gone there: git compares it with all files that came in there, to find its new name. It need not
    // where one of them has the very same content.
    private bool IsSoughtElsewhere(PathChange theirs, PathChange? ours, IReadOnlyList<PathChange> tip)
    {
        if (theirs is not { Old: { } old, New: not null })
        {
            return false;
        }

        return ours is null
            ? _gone.Contains(theirs.Path)
            : ours.New is null && !tip.Any(change => change is { Old: null, New: { } came } && came.ObjectName == old.ObjectName);
    }
}
