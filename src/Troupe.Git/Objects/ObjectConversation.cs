using System.Text;

namespace Troupe.Git;

/// <summary>
/// Questions to a <c>git cat-file --batch-command</c>: one line each, answered by one line and for contents the object behind it.
/// The streams block; git answers at once. After any failure the streams are of no more use.
/// </summary>
internal sealed class ObjectConversation(Stream questions, Stream answers)
{
    // What is asked ahead of the answers must fit into the pipe, or git and we would wait for each other. Where a user has
    // many pipes, the system makes them no larger than one page.
    internal const int MaxAhead = 4096;

    public IReadOnlyList<GitObject?> Contents(IReadOnlyList<string> names) => Ask("contents", names, header => ReadContent(header));

    public IReadOnlyList<ObjectHeader?> Headers(IReadOnlyList<string> names) => Ask<ObjectHeader?>("info", names, header => header);

    private List<T?> Ask<T>(string command, IReadOnlyList<string> names, Func<ObjectHeader, T?> read)
    {
        List<T?> found = new(names.Count);
        using var lines = new MemoryStream();
        foreach (var name in names)
        {
            lines.Write(GitPath.Encode($"{command} {name}\n"));
        }

        for (int asked = 0, sent = 0; found.Count < names.Count;)
        {
            var bytes = lines.GetBuffer().AsSpan(sent, (int)lines.Length - sent);
            var part = bytes.Length <= MaxAhead ? bytes : bytes[..EndOfLine(bytes)];
            questions.Write(part);
            sent += part.Length;
            asked += part.Count((byte)'\n');
            while (found.Count < asked)
            {
                found.Add(ObjectHeader.TryParse(ReadLine(), out var header) ? read(header) : default);
            }
        }

        return found;
    }

    // A single question may be longer than what one would ask ahead: git then has nothing to do but read it.
    private static int EndOfLine(ReadOnlySpan<byte> lines)
    {
        var last = lines[..MaxAhead].LastIndexOf((byte)'\n');
        return 1 + (last >= 0 ? last : lines.IndexOf((byte)'\n'));
    }

    private GitObject ReadContent(ObjectHeader header)
    {
        // A line break follows the object.
        var content = new byte[header.Length + 1];
        answers.ReadExactly(content);
        return new GitObject(header.Name, header.Kind, content.AsMemory(0, header.Length));
    }

    private string ReadLine()
    {
        using var line = new MemoryStream(96);
        for (var next = answers.ReadByte(); next != '\n'; next = answers.ReadByte())
        {
            if (next < 0)
            {
                throw new EndOfStreamException();
            }

            line.WriteByte((byte)next);
        }

        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }
}
