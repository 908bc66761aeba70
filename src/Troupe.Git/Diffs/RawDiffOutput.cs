using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// What <c>diff-tree --stdin -z --raw</c> prints: per pair a line <c>FROM TO\n</c>, then records
/// <c>:OLDMODE NEWMODE OLD NEW STATUS\0PATH\0</c> with a second path if it is a rename.
/// </summary>
internal static class RawDiffOutput
{
    public static IReadOnlyList<IReadOnlyList<TreeChange>> Parse(ReadOnlySpan<byte> output, IReadOnlyList<TreePair> pairs)
    {
        List<IReadOnlyList<TreeChange>> all = new(pairs.Count);
        foreach (var pair in pairs)
        {
            var header = Encoding.ASCII.GetBytes($"{pair.From} {pair.To}\n");
            if (!output.StartsWith(header))
            {
                throw new TroupeException(ErrorCode.Git, $"git diff-tree gave no answer for {pair.From} {pair.To}: is one of them missing?");
            }

            output = output[header.Length..];
            List<TreeChange> changes = [];
            while (!output.IsEmpty && output[0] == ':')
            {
                changes.Add(ReadChange(ref output));
            }

            all.Add(changes);
        }

        return all;
    }

    private static TreeChange ReadChange(ref ReadOnlySpan<byte> output)
    {
        var fields = Encoding.ASCII.GetString(Take(ref output)[1..]).Split(' ');
        var path = GitPath.Decode(Take(ref output));
        string? oldPath = null;
        if (fields[4][0] is 'R' or 'C')
        {
            (oldPath, path) = (path, GitPath.Decode(Take(ref output)));
        }

        var isNew = IsAbsent(fields[0]);
        var isGone = IsAbsent(fields[1]);
        return new TreeChange(
            KindOf(fields[4][0]),
            path,
            oldPath,
            isNew ? null : EntryMode.Parse(fields[0]),
            isGone ? null : EntryMode.Parse(fields[1]),
            isNew ? null : fields[2],
            isGone ? null : fields[3]);
    }

    private static bool IsAbsent(string mode) => mode == "000000";

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> output)
    {
        var end = output.IndexOf((byte)0);
        var taken = output[..end];
        output = output[(end + 1)..];
        return taken;
    }

    private static TreeChangeKind KindOf(char status) => status switch
    {
        'A' => TreeChangeKind.Added,
        'D' => TreeChangeKind.Deleted,
        'M' => TreeChangeKind.Modified,
        'T' => TreeChangeKind.TypeChanged,
        'R' => TreeChangeKind.Renamed,
        _ => throw new TroupeException(ErrorCode.Git, $"git diff-tree reports the unknown status '{status}'."),
    };
}
