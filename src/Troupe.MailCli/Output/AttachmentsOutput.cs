namespace Troupe.MailCli;

/// <summary>Of <c>attachment ls</c> and <c>attachment save</c>.</summary>
internal sealed record AttachmentsOutput(string Id, IReadOnlyList<AttachmentOutput> Attachments) : VersionedOutput;
