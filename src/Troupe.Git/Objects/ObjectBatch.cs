using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>Reads objects whose names are all known, in one git process.</summary>
public static class ObjectBatch
{
    /// <returns>The objects in the order of the names.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Git"/>: one of them is not there.</exception>
    public static async Task<IReadOnlyList<GitObject>> ReadAsync(
        GitExecutor git, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return [];
        }

        // Git writes while it reads: the runner has to feed it and drain it at the same time, and does.
        var input = Encoding.UTF8.GetBytes(string.Join('\n', names) + "\n");
        var result = await git.RunAsync(["cat-file", "--batch", "--buffer"], new GitCall { Input = input }, cancellationToken);
        return Parse(result.Output, names);
    }

    private static List<GitObject> Parse(ReadOnlyMemory<byte> output, IReadOnlyList<string> names)
    {
        List<GitObject> objects = new(names.Count);
        foreach (var name in names)
        {
            var end = output.Span.IndexOf((byte)'\n');
            var line = end < 0 ? "" : Encoding.UTF8.GetString(output.Span[..end]);
            if (!ObjectHeader.TryParse(line, out var header))
            {
                throw MissingObject.Named(name);
            }

            objects.Add(new GitObject(header.Name, header.Kind, output.Slice(end + 1, header.Length)));
            output = output[(end + 1 + header.Length + 1)..];
        }

        return objects;
    }
}
