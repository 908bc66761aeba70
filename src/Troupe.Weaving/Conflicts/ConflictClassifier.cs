namespace Troupe.Weaving;

/// <summary>
/// Reads kinds and sides of conflicts out of what git reports of a merge. Pure. What needs more than that, such as whether
/// a file that both sides have anew was renamed there, is found later.
/// </summary>
internal static class ConflictClassifier
{
    private static readonly (string Word, ConflictKind Kind)[] Structural =
    [
        ("(file/directory)", ConflictKind.FileDirectory),
        ("(rename/rename)", ConflictKind.RenameRename),
        ("(rename/delete)", ConflictKind.RenameDelete),
        ("(rename involved in collision)", ConflictKind.RenameAdd),
        ("(modify/delete)", ConflictKind.ModifyDelete),
    ];

    public static IReadOnlyList<Conflict> Classify(MergeOutcome outcome)
    {
        var groups = ConflictGroup.Of(outcome);
        return [.. groups.Select(Classify).OrderBy(conflict => conflict.Path, StringComparer.Ordinal)];
    }

    private static Conflict Classify(ConflictGroup group) => new()
    {
        Kind = KindOf(group),
        Path = group.Paths[0],
        OtherPaths = [.. group.Paths.Skip(1)],
        Base = group.Side(1),
        Ours = group.Side(2),
        Theirs = group.Side(3),
        Detail = string.Join("\n", group.Messages.Where(message => message.IsConflict).Select(message => message.Text.Split('\n')[0])),
    };

    private static ConflictKind KindOf(ConflictGroup group)
    {
        foreach (var (word, kind) in Structural)
        {
            if (group.Messages.Any(message => message.Type.Contains(word, StringComparison.Ordinal)))
            {
                return kind;
            }
        }

        return KindOf(group.Side(1), group.Side(2), group.Side(3), group.Messages);
    }

    private static ConflictKind KindOf(ConflictSide? @base, ConflictSide? ours, ConflictSide? theirs, IReadOnlyList<MergeMessage> messages)
    {
        bool Has(string mode) => ours?.Mode == mode || theirs?.Mode == mode;

        return Has("160000") ? ConflictKind.Submodule
            : Has("120000") ? ConflictKind.Symlink
            : messages.Any(message => message.Type.Contains("(binary)", StringComparison.Ordinal)) ? ConflictKind.Binary
            : ours is not null && theirs is not null && ours.Blob == theirs.Blob ? ConflictKind.Mode
            : @base is null ? ConflictKind.AddAdd
            : ConflictKind.Content;
    }
}
