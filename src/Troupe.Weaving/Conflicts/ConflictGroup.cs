namespace Troupe.Weaving;

/// <summary>What belongs to one conflict: names that a message of git's connects, their entries and the messages.</summary>
internal sealed class ConflictGroup
{
    private readonly List<string> _paths = [];
    private readonly List<UnmergedEntry> _entries = [];
    private readonly List<MergeMessage> _messages = [];

    public IReadOnlyList<string> Paths => _paths;

    public IReadOnlyList<MergeMessage> Messages => _messages;

    public static IReadOnlyList<ConflictGroup> Of(MergeOutcome outcome)
    {
        List<ConflictGroup> groups = [];
        foreach (var message in outcome.Messages.Where(message => message.IsConflict))
        {
            Join(groups, message.Paths)._messages.Add(message);
        }

        foreach (var entry in outcome.Entries)
        {
            Join(groups, [entry.Path])._entries.Add(entry);
        }

        return groups;
    }

    /// <summary>The file on one side; of several names, that of the first.</summary>
    public ConflictSide? Side(int stage) =>
        _entries.Find(entry => entry.Stage == stage) is { } found ? new ConflictSide(found.Path, found.Mode, found.Blob) : null;

    private static ConflictGroup Join(List<ConflictGroup> groups, IReadOnlyList<string> paths)
    {
        var touched = groups.FindAll(group => group._paths.Exists(paths.Contains));
        var joined = touched.Count > 0 ? touched[0] : new ConflictGroup();
        if (touched.Count == 0)
        {
            groups.Add(joined);
        }

        foreach (var other in touched.Skip(1))
        {
            joined._paths.AddRange(other._paths);
            joined._entries.AddRange(other._entries);
            joined._messages.AddRange(other._messages);
            groups.Remove(other);
        }

        joined._paths.AddRange(paths.Except(joined._paths, StringComparer.Ordinal));
        return joined;
    }
}
