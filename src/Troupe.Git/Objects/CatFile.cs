using System.Text;
using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>A running <c>git cat-file --batch</c>: one line in, one object out.</summary>
internal sealed class CatFile : IAsyncDisposable
{
    private readonly Coprocess _git;

    private CatFile(Coprocess git) => _git = git;

    public static CatFile Start(GitExecutor git) =>
        new(GitProgram.Start(["cat-file", "--batch"], git.GitDirectory, git.Variables()));

    /// <summary>Null: git knows no such object.</summary>
    public async Task<GitObject?> AskAsync(string name, CancellationToken cancellationToken)
    {
        if (name.AsSpan().IndexOfAny('\n', '\0') >= 0)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(name)}' is not the name of an object: it holds a line break.");
        }

        // Half an answer left in the pipe would answer the next question: once asked, it is read to its end.
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Converse(name);
        }
        catch (IOException)
        {
            throw await _git.BrokenOffAsync(ErrorCode.Git);
        }
    }

    public ValueTask DisposeAsync() => _git.DisposeAsync();

    // The streams of a coprocess block; git answers at once.
    private GitObject? Converse(string name)
    {
        _git.Input.Write(GitPath.Encode(name + "\n"));
        if (!ObjectHeader.TryParse(ReadLine(), out var header))
        {
            return null;
        }

        // A line break follows the object.
        var content = new byte[header.Size + 1];
        _git.Output.ReadExactly(content);
        return new GitObject(header.Name, header.Kind, content.AsMemory(0, header.Size));
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
