using Troupe.Core;

namespace Troupe.Git;

/// <summary>The bytes of a tree object: per entry <c>MODE NAME\0HASH</c>, in git's own order.</summary>
internal static class TreeEncoding
{
    public static byte[] Encode(IReadOnlyList<TreeEntry> entries, ObjectFormat format)
    {
        var sorted = entries.Select(e => (Entry: e, Key: SortKey(e))).ToArray();
        Array.Sort(sorted, static (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        RequireDistinct(sorted.Select(s => s.Entry.Name).ToArray());
        using var bytes = new MemoryStream(sorted.Length * 48);
        foreach (var (entry, _) in sorted)
        {
            bytes.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToString(entry.Mode.Value, 8)));
            bytes.WriteByte((byte)' ');
            bytes.Write(RequireName(entry.Name));
            bytes.WriteByte(0);
            bytes.Write(Hash(entry, format));
        }

        return bytes.ToArray();
    }

    public static IReadOnlyList<TreeEntry> Decode(ReadOnlySpan<byte> content, ObjectFormat format)
    {
        var hashLength = format == ObjectFormat.Sha256 ? 32 : 20;
        List<TreeEntry> entries = [];
        while (!content.IsEmpty)
        {
            var space = content.IndexOf((byte)' ');
            var end = content.IndexOf((byte)0);
            if (space < 0 || end < space || content.Length < end + 1 + hashLength)
            {
                throw new TroupeException(ErrorCode.Git, "A tree of the repository cannot be read: an entry is cut off. 'git fsck' says which.");
            }

            var mode = EntryMode.Parse(System.Text.Encoding.ASCII.GetString(content[..space]));
            var name = GitPath.Decode(content[(space + 1)..end]);
            entries.Add(new TreeEntry(mode, name, Convert.ToHexStringLower(content.Slice(end + 1, hashLength))));
            content = content[(end + 1 + hashLength)..];
        }

        return entries;
    }

    // A tree sorts as if its name ended with a slash: "a.b" stands before the tree "a", and "a" before "a.b" if it is a file.
    private static byte[] SortKey(TreeEntry entry) => GitPath.Encode(entry.Mode.IsTree ? entry.Name + "/" : entry.Name);

    private static byte[] RequireName(string name) =>
        name is not ("" or "." or "..") && !name.Equals(".git", StringComparison.OrdinalIgnoreCase) && name.AsSpan().IndexOfAny('/', '\0') < 0
            ? GitPath.Encode(name)
            : throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(name)}' cannot be a name in a git tree.");

    // A file and a folder of the same name are not neighbours in the order, so the names themselves are compared.
    private static void RequireDistinct(string[] names)
    {
        HashSet<string> seen = new(names.Length, StringComparer.Ordinal);
        if (Array.Find(names, n => !seen.Add(n)) is { } twice)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(twice)}' stands twice in one git tree.");
        }
    }

    private static byte[] Hash(TreeEntry entry, ObjectFormat format) =>
        entry.ObjectName.Length == (format == ObjectFormat.Sha256 ? 64 : 40)
            ? Convert.FromHexString(entry.ObjectName)
            : throw new TroupeException(
                ErrorCode.InvalidArgument, $"'{Printable.Escape(entry.ObjectName)}' is not the full name of an object of this repository.");
}
