using System.Text;
using Troupe.Core;

namespace Troupe.Mail;

/// <summary>What a message must be like to be sent. Pure.</summary>
public static class DraftRules
{
    /// <summary>In characters; a subject is a line to choose by, not a text.</summary>
    public const int LongestSubject = 500;

    /// <summary>In bytes of UTF-8.</summary>
    public const int LongestBody = 4 * 1024 * 1024;

    /// <summary>In bytes of UTF-8; with the recipient before it, it has to fit into the log's key.</summary>
    public const int LongestDedupKey = 400;
    public const int LongestTag = 64;
    public const int MostTags = 32;
    public const int MostAttachments = 32;

    /// <summary>In characters, of an attachment's name and of a link.</summary>
    public const int LongestAttachmentText = 2000;
    private const string TagPunctuation = "._:/-";

    /// <exception cref="TroupeException">The first rule that the draft breaks.</exception>
    public static void Require(Draft draft)
    {
        Require(!string.IsNullOrWhiteSpace(draft.Subject), "The subject is empty: say in a few words what the message is about.");
        Require(draft.Subject.Length <= LongestSubject, $"The subject has {draft.Subject.Length} characters, at most {LongestSubject} are allowed: put the text into the body.");
        Require(IsWellFormed(draft.Subject), "The subject is not valid Unicode text.");
        Require(IsWellFormed(draft.Body), "The body is not valid Unicode text.");
        Require(
            Encoding.UTF8.GetByteCount(draft.Body) <= LongestBody,
            $"The body is longer than {LongestBody} bytes: put it into a file of the repository and name that.");
        Require(
            draft.DedupKey is null || (draft.DedupKey.Length > 0 && Encoding.UTF8.GetByteCount(draft.DedupKey) <= LongestDedupKey),
            $"A dedup key has 1 to {LongestDedupKey} bytes.");
        Require(draft.DedupKey is null || IsWellFormed(draft.DedupKey), "The dedup key is not valid Unicode text.");
        Require(draft.Tags.Count <= MostTags, $"A message has at most {MostTags} tags.");
        foreach (var tag in draft.Tags)
        {
            RequireTag(tag);
        }

        Require(draft.Attachments.Count <= MostAttachments, $"A message has at most {MostAttachments} attachments.");
        foreach (var attachment in draft.Attachments)
        {
            RequireAttachment(attachment);
        }
    }

    private static void RequireAttachment(Attachment attachment)
    {
        Require(
            attachment.Name.Length is > 0 and <= LongestAttachmentText && IsWellFormed(attachment.Name),
            $"The name of an attachment has 1 to {LongestAttachmentText} characters.");
        Require(
            attachment.Url is not { } url || (url.Length <= LongestAttachmentText && Links.IsWeb(url)),
            "A link that is attached begins with http:// or https:// and names a host.");
    }

    /// <summary>Tags are 1 to 64 letters, digits and <c>._:/-</c>.</summary>
    public static string RequireTag(string tag)
    {
        Require(IsTag(tag), $"'{Printable.Escape(tag)}' is no tag: use 1 to {LongestTag} of a-z, A-Z, 0-9 and {TagPunctuation}");
        return tag;
    }

    public static bool IsTag(string text) =>
        text.Length is > 0 and <= LongestTag && text.All(c => char.IsAsciiLetterOrDigit(c) || TagPunctuation.Contains(c));

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, message);
        }
    }

    /// <summary>No half of a surrogate pair: such text has no UTF-8 form and would come back changed.</summary>
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
