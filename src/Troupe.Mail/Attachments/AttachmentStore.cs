using System.Text;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Puts files that go with messages into the blob store, and takes them out again under harmless names.</summary>
public sealed class AttachmentStore(IBlobStore blobs)
{
    /// <summary>In bytes: mail carries what somebody is to look at, the repository carries the rest.</summary>
    public const int Largest = 16 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Stores a file's content, durable when it returns. No more than <see cref="Largest"/> is ever read.</summary>
    /// <param name="path">As its sender named it; only the last part is kept.</param>
    /// <exception cref="TroupeException">It is too long, or it is text with a secret and those are to be refused.</exception>
    public async Task<Attachment> StoreAsync(string path, Stream content, SecretHandling secrets, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Largest)
            {
                throw new TroupeException(
                    ErrorCode.InvalidArgument,
                    $"'{Printable.Escape(name)}' is longer than {Largest / (1024 * 1024)} MiB: put it into the repository or attach a link to it.");
            }
        }

        var whole = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        if (secrets is SecretHandling.Refuse && Text(whole.Span) is { } text)
        {
            SecretRule.Refuse($"attachment '{Printable.Escape(name)}'", text);
        }

        var blob = await blobs.PutAsync(whole, cancellationToken);
        return new Attachment(name, blob.Id.ToString(), blob.Length, MediaTypes.Of(name));
    }

    /// <summary>Writes a stored file into a folder, under a name that is taken by nothing there, readable by its owner alone.</summary>
    /// <returns>The file's path.</returns>
    public async Task<string> SaveAsync(Attachment attachment, string folder, CancellationToken cancellationToken)
    {
        await using var content = await blobs.OpenAsync(Sha256.Parse(attachment.Sha256), cancellationToken);
        try
        {
            Directory.CreateDirectory(folder);
            await using var file = CreateNew(folder, AttachmentName.Clean(attachment.Name));
            await content.CopyToAsync(file, cancellationToken);
            return file.Name;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Storage, $"The attachment cannot be written to '{Printable.Escape(folder)}': {Printable.Escape(failure.Message)}", failure);
        }
    }

    private static FileStream CreateNew(string folder, string name)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        while (true)
        {
            // What lies there counts whatever its case, and links that lead nowhere count, too.
            var there = Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var path = Path.Combine(folder, AttachmentName.Distinct(name, there.Contains));
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (Path.Exists(path))
            {
                // Somebody took the name in the meantime: the next one then.
            }
        }
    }

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes.Contains((byte)0) ? null : StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
