using System.Text;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Where a body lives: in its record, or as a blob when it is long. Escaped as JSON a byte can become six, and a line of the
/// log is capped at 256 KiB.
/// </summary>
internal static class BodyStorage
{
    public const int LongestInline = 32 * 1024;

    public static bool IsInline(string body) => Encoding.UTF8.GetByteCount(body) <= LongestInline;

    public static async ValueTask<(string? Inline, StoredBody? Stored)> PlaceAsync(
        string body, IBlobStore blobs, CancellationToken cancellationToken)
    {
        if (IsInline(body))
        {
            return (body, null);
        }

        var bytes = Encoding.UTF8.GetBytes(body);
        var blob = await blobs.PutAsync(bytes, cancellationToken);
        return (null, new StoredBody(blob.Id.ToString(), bytes.Length));
    }

    public static async ValueTask<string> FetchAsync(StoredBody stored, IBlobStore blobs, CancellationToken cancellationToken)
    {
        await using var stream = await blobs.OpenAsync(Sha256.Parse(stored.Sha256), cancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
