using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Names that differ only in case, as conflicts. Pure.</summary>
internal static class CaseConflicts
{
    public static IReadOnlyList<Conflict> Of(IReadOnlyList<CaseTwin> twins) => [.. twins.Select(twin => new Conflict
    {
        Kind = ConflictKind.CaseOnly,
        Path = twin.Path,
        OtherPaths = [twin.Other],
        Ours = twin.There is { } there ? Side(twin.Other, there) : null,
        Theirs = Side(twin.Path, twin.Added),
        Detail = $"{twin.Path} and {twin.Other} differ only in case.",
    })];

    private static ConflictSide Side(string path, TreeLeaf leaf) => new(path, leaf.Mode.ToString(), BlobId.Parse(leaf.ObjectName));
}
