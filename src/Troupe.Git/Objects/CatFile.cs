using System.Text;
using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>A running <c>git cat-file --batch-command</c>: questions in, one line each and for contents an object behind it.</summary>
internal sealed class CatFile : IAsyncDisposable
{
    // What is asked ahead of the answers must fit into the pipe, or git and we would wait for each other.
    private const int MaxAhead = 16 * 1024;

    private readonly Coprocess _git;

    private CatFile(Coprocess git) => _git = git;

    public static CatFile Start(GitExecutor git) =>
        new(GitProgram.Start(["cat-file", "--batch-command"], git.GitDirectory, git.Variables()));

    /// <summary>The objects, in the order of their names. Null: git knows no such object.</summary>
    public Task<IReadOnlyList<GitObject?>> ContentsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        AskAsync("contents", names, header => ReadContent(header), cancellationToken);

    /// <summary>What kind and how big they are, in the order of their names. Null: git knows no such object.</summary>
    public Task<IReadOnlyList<ObjectHeader?>> HeadersAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        AskAsync<ObjectHeader?>("info", names, header => header, cancellationToken);

    public ValueTask DisposeAsync() => _git.DisposeAsync();

    private async Task<IReadOnlyList<T?>> AskAsync<T>(
        string command, IReadOnlyList<string> names, Func<ObjectHeader, T?> read, CancellationToken cancellationToken)
    {
        if (names.FirstOrDefault(name => name.Length == 0 || name.AsSpan().IndexOfAny('\n', '\0') >= 0) is { } wrong)
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument, $"'{Printable.Escape(wrong)}' is not the name of an object: it is empty or holds a line break.");
        }

        // Half an answer left in the pipe would answer the next question: once asked, it is read to its end.
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Converse(command, names, read);
        }
        catch (IOException)
        {
            throw await _git.BrokenOffAsync(ErrorCode.Git);
        }
    }

    // The streams of a coprocess block; git answers at once.
    private List<T?> Converse<T>(string command, IReadOnlyList<string> names, Func<ObjectHeader, T?> read)
    {
        List<T?> answers = new(names.Count);
        using var questions = new MemoryStream();
        foreach (var name in names)
        {
            questions.Write(GitPath.Encode($"{command} {name}\n"));
        }

        for (int asked = 0, sent = 0; answers.Count < names.Count;)
        {
            var bytes = questions.GetBuffer().AsSpan(sent, (int)questions.Length - sent);
            var part = bytes.Length <= MaxAhead ? bytes : bytes[..EndOfLine(bytes)];
            _git.Input.Write(part);
            sent += part.Length;
            asked += part.Count((byte)'\n');
            while (answers.Count < asked)
            {
                answers.Add(ObjectHeader.TryParse(ReadLine(), out var header) ? read(header) : default);
            }
        }

        return answers;
    }

    // A single question may be longer than what one would ask ahead.
    private static int EndOfLine(ReadOnlySpan<byte> questions)
    {
        var last = questions[..MaxAhead].LastIndexOf((byte)'\n');
        return 1 + (last >= 0 ? last : questions.IndexOf((byte)'\n'));
    }

    private GitObject ReadContent(ObjectHeader header)
    {
        // A line break follows the object.
        var content = new byte[header.Length + 1];
        _git.Output.ReadExactly(content);
        return new GitObject(header.Name, header.Kind, content.AsMemory(0, header.Length));
    }

    private string ReadLine()
    {
        using var line = new MemoryStream(96);
        for (var next = _git.Output.ReadByte(); next != '\n'; next = _git.Output.ReadByte())
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
