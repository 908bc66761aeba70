using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>Every <c>.gitattributes</c> of a commit's tree as one <c>info/attributes</c>.</summary>
internal static class TreeAttributes
{
    private const string FileName = ".gitattributes";

    public static async Task<byte[]> ReadAsync(GitExecutor git, CommitId commit, CancellationToken cancellationToken)
    {
        var files = await FindAsync(git, commit, cancellationToken);
        if (files.Count == 0)
        {
            return [];
        }

        var contents = await ObjectBatch.ReadAsync(git, files.Select(f => f.Blob).ToArray(), cancellationToken);
        using var all = new MemoryStream();

        // The last line that matches wins, and a deeper file outranks those above it.
        foreach (var (file, content) in files.Zip(contents).OrderBy(f => f.First.Depth))
        {
            all.Write(AttributesFile.Rebase(GitPath.Encode(file.Folder), content.Content.Span));
        }

        return all.ToArray();
    }

    private static async Task<List<Found>> FindAsync(GitExecutor git, CommitId commit, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(["ls-tree", "-r", "-z", commit.Value], GitCall.Plain, cancellationToken);
        return Scan(result.Output.Span);
    }

    // Entries read "MODE TYPE NAME\tPATH\0"; a tree may have a hundred thousand, so only those that count become strings.
    private static List<Found> Scan(ReadOnlySpan<byte> entries)
    {
        List<Found> found = [];
        var wanted = Encoding.ASCII.GetBytes(FileName);
        while (!entries.IsEmpty)
        {
            var end = entries.IndexOf((byte)0);
            var entry = entries[..end];
            entries = entries[(end + 1)..];

            // Git follows no symlink that has this name.
            if (!entry.EndsWith(wanted) || !entry.StartsWith("100"u8))
            {
                continue;
            }

            var tab = entry.IndexOf((byte)'\t');
            var path = entry[(tab + 1)..];
            if (path.Length == wanted.Length)
            {
                found.Add(new Found("", NameIn(entry[..tab])));
            }
            else if (path[^(wanted.Length + 1)] == '/')
            {
                found.Add(new Found(GitPath.Decode(path[..^(wanted.Length + 1)]), NameIn(entry[..tab])));
            }
        }

        return found;
    }

    private static string NameIn(ReadOnlySpan<byte> head) => Encoding.ASCII.GetString(head[(head.LastIndexOf((byte)' ') + 1)..]);

    private readonly record struct Found(string Folder, string Blob)
    {
        public int Depth => Folder.Length == 0 ? 0 : 1 + Folder.AsSpan().Count('/');
    }
}
