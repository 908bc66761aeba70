using Troupe.Agents;
using Troupe.EventLog;

namespace Troupe.Engine;

/// <summary>The files of a dossier, as a rework's checkout gets them. They are ignored there and never become part of a patch.</summary>
internal static class ReworkFiles
{
    public static async Task<IReadOnlyList<CheckoutFile>> ReadAsync(
        IBlobStore blobs, Dossier dossier, CancellationToken cancellationToken)
    {
        List<CheckoutFile> files = [];
        foreach (var file in dossier.Files)
        {
            await using var content = await blobs.OpenAsync(Sha256.Parse(file.Sha256), cancellationToken);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellationToken);
            files.Add(new CheckoutFile(file.Path, bytes.ToArray()));
        }

        return files;
    }
}
