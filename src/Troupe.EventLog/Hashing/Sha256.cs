using System.Diagnostics.CodeAnalysis;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>A SHA-256 digest, written as 64 lower-case hex digits.</summary>
public readonly record struct Sha256
{
    private Sha256(string value) => Value = value;

    public string Value => field ?? throw new InvalidOperationException("An empty Sha256 was used.");

    /// <summary>The digest of a content that is in memory.</summary>
    public static Sha256 Of(ReadOnlySpan<byte> content)
    {
        Span<byte> digest = stackalloc byte[Sha256Hasher.DigestLength];
        var hasher = new Sha256Hasher();
        hasher.Append(content);
        hasher.Finish(digest);
        return new Sha256(Convert.ToHexStringLower(digest));
    }

    /// <summary>The digest of what a stream still holds.</summary>
    public static async Task<Sha256> OfAsync(Stream content, CancellationToken cancellationToken)
    {
        var hasher = new Sha256Hasher();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hasher.Append(buffer.AsSpan(0, read));
        }

        return Of(hasher);
    }

    /// <exception cref="TroupeException">The text is not 64 lower-case hex digits.</exception>
    public static Sha256 Parse(string text) => TryParse(text, out var digest)
        ? digest
        : throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(text)}' is not a SHA-256: 64 lower-case hex digits.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Sha256 digest)
    {
        var valid = text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
        digest = valid ? new Sha256(text!) : default;
        return valid;
    }

    public override string ToString() => Value;

    internal static Sha256 Of(Sha256Hasher finishing)
    {
        Span<byte> digest = stackalloc byte[Sha256Hasher.DigestLength];
        finishing.Finish(digest);
        return new Sha256(Convert.ToHexStringLower(digest));
    }
}
