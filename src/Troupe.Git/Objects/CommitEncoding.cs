using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>The bytes of a commit object.</summary>
internal static class CommitEncoding
{
    public static byte[] Encode(CommitDraft draft)
    {
        if (draft.Message.Contains('\0', StringComparison.Ordinal))
        {
            throw new TroupeException(ErrorCode.InvalidArgument, "A commit message cannot hold a NUL character.");
        }

        var text = new StringBuilder().Append("tree ").Append(draft.Tree).Append('\n');
        foreach (var parent in draft.Parents)
        {
            text.Append("parent ").Append(parent).Append('\n');
        }

        text.Append("author ").Append(Line(draft.Author)).Append('\n');
        text.Append("committer ").Append(Line(draft.Committer ?? draft.Author)).Append("\n\n");
        text.Append(draft.Message);
        if (!draft.Message.EndsWith('\n'))
        {
            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static CommitObject Decode(ReadOnlySpan<byte> content)
    {
        // Headers end at the first empty line; a continued header (a signature) starts with a blank.
        var end = content.IndexOf("\n\n"u8);
        var headers = Encoding.UTF8.GetString(end < 0 ? content : content[..end]);
        List<CommitId> parents = [];
        string tree = "", author = "", committer = "";
        foreach (var line in headers.Split('\n'))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var value = line[(space + 1)..];
            switch (space > 0 ? line[..space] : "")
            {
                case "tree": tree = value; break;
                case "parent": parents.Add(CommitId.Parse(value)); break;
                case "author": author = value; break;
                case "committer": committer = value; break;
                default: break;
            }
        }

        var message = end < 0 ? "" : Encoding.UTF8.GetString(content[(end + 2)..]);
        return new CommitObject(TreeId.Parse(tree), parents, author, committer, message);
    }

    private static string Line(GitSignature signature)
    {
        var seconds = signature.Time.ToUnixTimeSeconds();
        if (seconds < 0)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, $"A commit cannot be dated {signature.Time:u}: git counts from 1970.");
        }

        var offset = signature.Time.Offset;
        return $"{signature.Identity} {seconds} {(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}";
    }
}
