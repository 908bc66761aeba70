using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Troupe.Git;

/// <summary>How git names an object: the hash of <c>TYPE SIZE\0</c> and its content.</summary>
internal static class ObjectHash
{
    public static byte[] Header(ObjectKind kind, int size) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ObjectHeader.NameOf(kind)} {size}\0"));

    public static string NameOf(ObjectFormat format, ReadOnlySpan<byte> header, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(format == ObjectFormat.Sha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1);
        hash.AppendData(header);
        hash.AppendData(content);
        Span<byte> name = stackalloc byte[hash.HashLengthInBytes];
        hash.GetHashAndReset(name);
        return Convert.ToHexStringLower(name);
    }
}
