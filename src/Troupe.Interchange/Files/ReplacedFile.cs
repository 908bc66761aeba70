using System.Text;
using Troupe.Core;

namespace Troupe.Interchange;

/// <summary>
/// A file that an export writes anew each time. It takes its name when everything is in it; until then, and when the export fails,
/// the old one stays. Somebody else's file of that name is never replaced.
/// </summary>
internal sealed class ReplacedFile : IAsyncDisposable
{
    private const int Beginning = 64 * 1024;
    private readonly string _path;
    private readonly FileStream _draft;

    /// <param name="sign">What the beginning of every non-empty export of this format holds.</param>
    public ReplacedFile(string path, string sign)
    {
        _path = path;
        RefuseForeign(path, sign);
        _draft = PrivateFile.Create(PrivateFile.DraftOf(path));
    }

    public Stream Content => _draft;

    public void Finish()
    {
        _draft.Flush(flushToDisk: true);
        _draft.Dispose();
        File.Move(PrivateFile.DraftOf(_path), _path, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _draft.DisposeAsync();
        File.Delete(PrivateFile.DraftOf(_path));
    }

    private static void RefuseForeign(string path, string sign)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var file = File.OpenRead(path);
        var beginning = new byte[Beginning];
        var length = file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        if (length > 0 && !Encoding.Latin1.GetString(beginning, 0, length).Contains(sign, StringComparison.Ordinal))
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument, $"'{Printable.Escape(path)}' is there and is no export of this program: name another folder, or move the file away.");
        }
    }
}
