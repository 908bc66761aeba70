namespace Troupe.Weaving;

/// <summary>Why two changes do not merge. A closed set, persisted by <see cref="ConflictKinds.Name"/>; names are never changed.</summary>
public enum ConflictKind
{
    /// <summary>Both sides changed the same lines.</summary>
    Content,

    /// <summary>Both sides added the file, differently.</summary>
    AddAdd,

    /// <summary>One side changed what the other deleted.</summary>
    ModifyDelete,

    /// <summary>One side renamed what the other deleted.</summary>
    RenameDelete,

    /// <summary>Both sides renamed: one file to two names, or two files to one name.</summary>
    RenameRename,

    /// <summary>One side renamed a file to the name of a file that the other side added.</summary>
    RenameAdd,

    /// <summary>A file where the other side has a folder.</summary>
    FileDirectory,

    /// <summary>Both sides changed a file that has no lines.</summary>
    Binary,

    /// <summary>The sides agree on the content but not on the mode.</summary>
    Mode,

    /// <summary>A symbolic link on at least one side, and the sides differ.</summary>
    Symlink,

    /// <summary>A submodule on at least one side, and the sides differ.</summary>
    Submodule,

    /// <summary>git merges it, but only by following a rename that no patch made: the change would land in another patch's file.</summary>
    CrossPatchRename,

    /// <summary>Two names that differ only in case: one file on systems that do not tell case apart.</summary>
    CaseOnly,

    /// <summary>A side changed the line endings of the whole file, so that every line collides.</summary>
    LineEndings,

    /// <summary>What the patch was made on is not in the repository, so that nobody can say what it changes.</summary>
    MissingBase,
}
