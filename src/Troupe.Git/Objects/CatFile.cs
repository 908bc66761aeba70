using System.Diagnostics;
using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>A running <c>git cat-file --batch</c>: one line in, one object out.</summary>
internal sealed class CatFile : IAsyncDisposable
{
    private readonly Process _process;
    private readonly BufferedStream _output;

    private CatFile(Process process)
    {
        _process = process;
        _output = new BufferedStream(process.StandardOutput.BaseStream, 64 * 1024);
    }

    public static CatFile Start(GitExecutor git)
    {
        var info = new ProcessStartInfo("git", GitProgram.ArgumentsFor(["cat-file", "--batch"]))
        {
            WorkingDirectory = git.GitDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in git.Variables())
        {
            info.Environment[name] = value;
        }

#pragma warning disable RS0030 // replaced by a coprocess of Troupe.Processes as soon as that exists
        return new CatFile(Process.Start(info)!);
#pragma warning restore RS0030
    }

    /// <summary>Null: git knows no such object.</summary>
    public async Task<GitObject?> AskAsync(string name, CancellationToken cancellationToken)
    {
        if (name.AsSpan().IndexOfAny('\n', '\0') >= 0)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(name)}' is not the name of an object: it holds a line break.");
        }

        await _process.StandardInput.BaseStream.WriteAsync(GitPath.Encode(name + "\n"), cancellationToken);
        await _process.StandardInput.BaseStream.FlushAsync(cancellationToken);
        if (!ObjectHeader.TryParse(await ReadLineAsync(cancellationToken), out var header))
        {
            return null;
        }

        var content = new byte[header.Size + 1];
        await _output.ReadExactlyAsync(content, cancellationToken);
        return new GitObject(header.Name, header.Kind, content.AsMemory(0, header.Size));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        List<byte> line = [];
        var one = new byte[1];
        while (await _output.ReadAsync(one, cancellationToken) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString(line.ToArray());
            }

            line.Add(one[0]);
        }

        throw new TroupeException(ErrorCode.Git, "git cat-file ended before it had answered. 'git fsck' says whether the repository is damaged.");
    }
}
