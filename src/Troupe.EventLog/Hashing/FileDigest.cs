using System.Text;

namespace Troupe.EventLog;

/// <summary>The SHA-256 of a whole file, in hex.</summary>
internal static class FileDigest
{
    public static string Of(StorageFile file)
    {
        var hasher = new Sha256Hasher();
        var buffer = new byte[128 * 1024];
        var offset = 0L;
        int read;
        while ((read = file.Read(buffer, offset)) > 0)
        {
            hasher.Append(buffer.AsSpan(0, read));
            offset += read;
        }

        Span<byte> digest = stackalloc byte[Sha256Hasher.DigestLength];
        hasher.Finish(digest);
        Span<byte> digits = stackalloc byte[2 * Sha256Hasher.DigestLength];
        HexDigits.Write(digest, digits);
        return Encoding.ASCII.GetString(digits);
    }
}
