using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary>What <c>retention --json</c> prints.</summary>
/// <param name="Applied">False: it only says what it would do.</param>
/// <param name="Before">Messages from then on are kept.</param>
/// <param name="Messages">How many lose their texts or attachments.</param>
/// <param name="TextBytes">How much text in the log becomes unreadable.</param>
/// <param name="Blobs">How many blobs are deleted.</param>
/// <param name="BlobBytes">How much room that makes.</param>
/// <param name="Kept">How many older messages keep what they have.</param>
internal sealed record RetentionOutput(
    bool Applied, DateTimeOffset Before, int Messages, long TextBytes, int Blobs, long BlobBytes, int Kept) : VersionedOutput
{
    public static RetentionOutput Of(RetentionPlan plan, bool applied) =>
        new(applied, plan.Before, plan.Messages, plan.TextBytes, plan.Blobs.Count, plan.BlobBytes, plan.Kept);
}
