using System.IO.Compression;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>The folder <c>objects/</c> of a git directory: one compressed file per object.</summary>
internal sealed class LooseObjects(string folder)
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static int _counter;

    /// <summary>Adds the object unless it is there; a reader sees all of it or nothing.</summary>
    public void Write(string name, ReadOnlySpan<byte> header, ReadOnlySpan<byte> content)
    {
        var shelf = Path.Combine(folder, name[..2]);
        var path = Path.Combine(shelf, name[2..]);
        if (File.Exists(path))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(shelf);
            var temporary = Path.Combine(shelf, $"tmp_obj_{Environment.ProcessId}_{Interlocked.Increment(ref _counter)}");
            WriteCompressed(temporary, header, content);

            // Another writer may have been faster: the content is the same, whichever stays.
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"The git object {name} could not be written to '{Printable.Escape(shelf)}': {Printable.Escape(failure.Message)}",
                failure);
        }
    }

    private static void WriteCompressed(string path, ReadOnlySpan<byte> header, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = ReadOnly;
        }

        using var file = new FileStream(path, options);
        using var buffer = new MemoryStream(256 + (content.Length / 2));
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(header);
            zlib.Write(content);
        }

        file.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
