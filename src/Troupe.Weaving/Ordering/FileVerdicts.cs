namespace Troupe.Weaving;

/// <summary>Foresees whether two changes that were made of the same file of the tip merge.</summary>
internal sealed class FileVerdicts(SmallBlobs blobs, UnionFiles unions)
{
    private readonly SideDiffs _diffs = new(blobs);

    /// <summary>Reads, in few turns, what these changes need, each list being the changes of one path.</summary>
    public async Task LoadAsync(IReadOnlyList<IReadOnlyList<PathChange>> contested, CancellationToken cancellationToken)
    {
        await unions.LoadAsync(contested.Select(changes => changes[0].Path), cancellationToken);
        await blobs.LoadAsync(
            contested.SelectMany(changes => changes).SelectMany(change => new[] { change.Old, change.New })
                .Where(leaf => leaf is { Mode.IsFile: true }).Select(leaf => leaf!.Value.ObjectName),
            cancellationToken);
    }

    public FileVerdict Of(PathChange one, PathChange other)
    {
        if (one.New == other.New)
        {
            return FileVerdict.Merges;
        }

        if (one.Old is not { Mode.IsFile: true } old || one.New is not { Mode.IsFile: true } left || other.New is not { Mode.IsFile: true } right
            || (left.Mode != old.Mode && right.Mode != old.Mode && left.Mode != right.Mode))
        {
            return FileVerdict.Unclear;
        }

        if (unions.Contains(one.Path) || left.ObjectName == old.ObjectName || right.ObjectName == old.ObjectName || left.ObjectName == right.ObjectName)
        {
            return FileVerdict.Merges;
        }

        return _diffs.Merges(old.ObjectName, left.ObjectName, right.ObjectName) switch
        {
            true => FileVerdict.Merges,
            false => FileVerdict.Collides,
            null => FileVerdict.Unclear,
        };
    }
}
