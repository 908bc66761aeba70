using Troupe.Core;

namespace Troupe.Git;

/// <summary>The tree that holds nothing. git knows it without having it.</summary>
public static class EmptyTree
{
    private const int LengthOfSha256 = 64;

    /// <summary>Its name in a repository that has a tree of that name.</summary>
    public static TreeId Beside(TreeId other)
    {
        var format = other.Value.Length == LengthOfSha256 ? ObjectFormat.Sha256 : ObjectFormat.Sha1;
        return TreeId.Parse(ObjectHash.NameOf(format, ObjectHash.Header(ObjectKind.Tree, 0), []));
    }
}
