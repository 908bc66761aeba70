using System.Text;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>
/// Attachments of the older vocabulary: URLs. Those of an export are relative and lead to <c>blobs/SHA256</c> with the name behind a
/// <c>#</c>. Any other URL is kept as it is, as a small file of the type <c>text/uri-list</c>: nothing is ever fetched.
/// </summary>
internal sealed class V0Attachments(BlobsFolder blobs)
{
    private const string LinkType = "text/uri-list";
    private const string LinkName = "link.url";

    public static string Write(Enclosure enclosure) => enclosure.MediaType == LinkType && enclosure.Content is { Length: < 4096 } link
        ? Encoding.UTF8.GetString(link.Span).TrimEnd('\r', '\n')
        : $"{BlobsFolder.Name}/{enclosure.Sha256}#{Uri.EscapeDataString(enclosure.Name)}";

    /// <exception cref="FormatException">A file beside the export that is missing or was changed.</exception>
    public Enclosure Read(string url)
    {
        if (!url.StartsWith(BlobsFolder.Name + "/", StringComparison.Ordinal))
        {
            return Enclosure.Of(LinkName, LinkType, Encoding.UTF8.GetBytes(url + "\r\n"));
        }

        var parts = url[(BlobsFolder.Name.Length + 1)..].Split('#', 2);
        var name = AttachmentName.Clean(parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
        return blobs.Read(name, parts[0], "application/octet-stream");
    }
}
