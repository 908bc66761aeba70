using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>git's order of the entries of a tree: by the bytes of the name, a folder's name ending in <c>/</c>.</summary>
internal sealed class TreeOrder : IComparer<TreeEntry>
{
    public static TreeOrder Instance { get; } = new();

    public int Compare(TreeEntry x, TreeEntry y)
    {
        var (left, right) = (x.Name, y.Name);
        var common = left.AsSpan().CommonPrefixLength(right);
        var (next, other) = (Next(x, common), Next(y, common));

        // From U+D800 on, the order of UTF-16 is not that of the bytes.
        return next < 0xD800 && other < 0xD800 ? next - other : CompareBytes(x, y);
    }

    private static int Next(TreeEntry entry, int at) =>
        at < entry.Name.Length ? entry.Name[at] : at == entry.Name.Length && entry.Mode.IsTree ? '/' : -1;

    private static int CompareBytes(TreeEntry x, TreeEntry y) => Bytes(x).AsSpan().SequenceCompareTo(Bytes(y));

    private static byte[] Bytes(TreeEntry entry) => GitPath.Encode(entry.Mode.IsTree ? entry.Name + "/" : entry.Name);
}
