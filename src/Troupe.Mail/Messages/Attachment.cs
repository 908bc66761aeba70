namespace Troupe.Mail;

/// <summary>
/// Something that goes with a message: a file, whose bytes are a blob, or a link, which nobody follows for the reader. The name is
/// metadata and never a path: see <see cref="AttachmentName"/>.
/// </summary>
/// <param name="Name">As its sender called it.</param>
/// <param name="Sha256">The blob; empty for a link.</param>
/// <param name="Bytes">The length of the blob.</param>
/// <param name="MediaType">Empty for a link.</param>
/// <param name="Url">The link; null for a file.</param>
public sealed record Attachment(string Name, string Sha256, long Bytes, string MediaType, string? Url = null);
