using Troupe.Core;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary>One attachment in the JSON of messages: a file by its hash, or a link.</summary>
/// <param name="File">Where <c>attachment save</c> wrote it.</param>
public sealed record AttachmentOutput(string Name, string? Sha256, long? Bytes, string? MediaType, string? Url, string? File)
{
    public static AttachmentOutput Of(Attachment attachment, string? file = null) => attachment.Url is { } url
        ? new AttachmentOutput(attachment.Name, Sha256: null, Bytes: null, MediaType: null, url, file)
        : new AttachmentOutput(attachment.Name, attachment.Sha256, attachment.Bytes, attachment.MediaType, Url: null, file);

    /// <summary>A line for people.</summary>
    public static string Words(Attachment attachment) => Printable.Escape(attachment.Url is { } url
        ? $"{attachment.Name}: {url}"
        : $"{attachment.Name} ({Plural.Of(attachment.Bytes, "byte")})");
}
