using System.Globalization;
using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// Reads what <c>git merge-tree --write-tree --stdin</c> prints. For each merge: status NUL tree NUL; where it is
/// not clean, entries (<c>mode oid stage TAB path</c> NUL) up to an empty one, then messages (number of paths NUL,
/// the paths, type NUL, text NUL); an empty field ends the merge.
/// </summary>
internal ref struct MergeTreeOutput
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    private MergeTreeOutput(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <exception cref="TroupeException">The output is not what git documents.</exception>
    public static List<MergeOutcome> Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new MergeTreeOutput(bytes);
        List<MergeOutcome> outcomes = [];
        while (reader._at < bytes.Length)
        {
            outcomes.Add(reader.Merge());
        }

        return outcomes;
    }

    private MergeOutcome Merge()
    {
        var status = Number(Text());
        if (status is not (0 or 1) || !TreeId.TryParse(Text(), out var tree))
        {
            throw Unexpected();
        }

        if (status == 1)
        {
            // Newer versions may be told to print messages for clean merges too; they are of no use here.
            for (var field = Field(); !field.IsEmpty; field = Field())
            {
            }

            return MergeOutcome.Clean(tree);
        }

        List<UnmergedEntry> entries = [];
        for (var field = Field(); !field.IsEmpty; field = Field())
        {
            entries.Add(Entry(field));
        }

        List<MergeMessage> messages = [];
        for (var field = Field(); !field.IsEmpty; field = Field())
        {
            // Advice about submodules stands between the last message and the end, and takes the end's place.
            if (!int.TryParse(Encoding.UTF8.GetString(field), NumberStyles.None, CultureInfo.InvariantCulture, out var paths))
            {
                break;
            }

            messages.Add(Message(paths));
        }

        return new MergeOutcome(false, tree, entries, messages);
    }

    private static UnmergedEntry Entry(ReadOnlySpan<byte> field)
    {
        var tab = field.IndexOf((byte)'\t');
        var words = Encoding.ASCII.GetString(tab < 0 ? field : field[..tab]).Split(' ');
        return tab > 0 && words.Length == 3
            ? new UnmergedEntry(GitPath.Decode(field[(tab + 1)..]), Number(words[2]), words[0], BlobId.Parse(words[1]))
            : throw Unexpected();
    }

    private MergeMessage Message(int count)
    {
        var paths = new string[count];
        for (var i = 0; i < count; i++)
        {
            paths[i] = GitPath.Decode(Field());
        }

        return new MergeMessage(Text(), paths, Text().TrimEnd('\n'));
    }

    private string Text() => Encoding.UTF8.GetString(Field());

    private ReadOnlySpan<byte> Field()
    {
        var length = _bytes[_at..].IndexOf((byte)0);
        if (length < 0)
        {
            throw Unexpected();
        }

        var field = _bytes.Slice(_at, length);
        _at += length + 1;
        return field;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unexpected();

    private static TroupeException Unexpected() => new(
        ErrorCode.Git, "git merge-tree printed something that this version does not understand; check 'git --version' (2.39 or later).");
}
