using Troupe.Core;
using Troupe.Mail;
using Troupe.MailCli;

namespace Troupe.Cli.Mail;

/// <summary>What <c>retention --json</c> prints.</summary>
/// <param name="Applied">False: it only says what it would do.</param>
/// <param name="Before">Messages from then on are kept.</param>
/// <param name="Messages">How many lose their texts or attachments.</param>
/// <param name="TextBytes">How much text in the log becomes unreadable.</param>
/// <param name="Blobs">How many blobs are deleted.</param>
/// <param name="BlobBytes">How much room that makes.</param>
/// <param name="Kept">How many older messages keep what they have.</param>
/// <param name="UnreadByDeparted">How many older ones nobody has left to read but somebody who is not in the team any more.</param>
internal sealed record RetentionOutput(
    bool Applied,
    string Before,
    int Messages,
    long TextBytes,
    int Blobs,
    long BlobBytes,
    int Kept,
    IReadOnlyList<RetentionOutput.Departed> UnreadByDeparted) : VersionedOutput
{
    public static RetentionOutput Of(RetentionPlan plan, bool applied) => new(
        applied,
        UtcText.Write(plan.Before),
        plan.Messages,
        plan.TextBytes,
        plan.Blobs.Count,
        plan.BlobBytes,
        plan.Kept,
        [.. plan.UnreadByDeparted.Select(departed => new Departed(departed.Key.Value, departed.Value))]);

    internal sealed record Departed(string Persona, int Messages);
}
