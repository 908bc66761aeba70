using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// What a message is about to name stays in the store until its record is appended: a redaction of another message with the same
/// content may be deleting it at this moment.
/// </summary>
internal static class KeptBlobs
{
    /// <param name="bodies">Long ones are put while the blobs are kept.</param>
    /// <returns>To be disposed after the append; null: nothing is named.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: an attachment was deleted since it was stored.</exception>
    public static async ValueTask<IDisposable?> KeepAsync(
        IBlobStore blobs, IEnumerable<Attachment> attachments, IEnumerable<string> bodies, CancellationToken cancellationToken)
    {
        List<Sha256> named = [];
        foreach (var attachment in attachments)
        {
            if (Sha256.TryParse(attachment.Sha256, out var blob))
            {
                named.Add(blob);
            }
        }

        if (named.Count == 0 && bodies.All(BodyStorage.IsInline))
        {
            return null;
        }

        try
        {
            return await blobs.KeepAsync(named, cancellationToken);
        }
        catch (TroupeException missing) when (missing.Code is ErrorCode.NotFound)
        {
            throw new TroupeException(
                ErrorCode.NotFound,
                "Nothing was sent: an attachment is not stored any more, since a message with the same content was redacted meanwhile. Attach it again, if it may be sent.",
                missing);
        }
    }
}
