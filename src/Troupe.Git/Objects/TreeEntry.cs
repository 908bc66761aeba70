using Troupe.Core;

namespace Troupe.Git;

/// <summary>One line of a tree.</summary>
/// <param name="Mode">File, executable, symlink, tree or gitlink.</param>
/// <param name="Name">One path component, as <see cref="GitPath"/> decodes it.</param>
/// <param name="ObjectName">The full name of the blob, tree or commit.</param>
public readonly record struct TreeEntry(EntryMode Mode, string Name, string ObjectName)
{
    public static TreeEntry File(string name, BlobId blob) => new(EntryMode.Regular, name, blob.Value);

    public static TreeEntry Tree(string name, TreeId tree) => new(EntryMode.Tree, name, tree.Value);
}
