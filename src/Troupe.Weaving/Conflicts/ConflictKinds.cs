namespace Troupe.Weaving;

/// <summary>The names under which conflict kinds are stored and shown.</summary>
public static class ConflictKinds
{
    public static string Name(this ConflictKind kind) => kind switch
    {
        ConflictKind.Content => "content",
        ConflictKind.AddAdd => "add/add",
        ConflictKind.ModifyDelete => "modify/delete",
        ConflictKind.RenameDelete => "rename/delete",
        ConflictKind.RenameRename => "rename/rename",
        ConflictKind.RenameAdd => "rename/add",
        ConflictKind.FileDirectory => "file/directory",
        ConflictKind.Binary => "binary",
        ConflictKind.Mode => "mode",
        ConflictKind.Symlink => "symlink",
        ConflictKind.Submodule => "submodule",
        ConflictKind.CrossPatchRename => "cross-patch rename",
        ConflictKind.CaseOnly => "case-only",
        ConflictKind.LineEndings => "line endings",
        ConflictKind.MissingBase => "missing base",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
