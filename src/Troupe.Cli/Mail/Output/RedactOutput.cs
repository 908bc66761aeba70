using Troupe.Mail;
using Troupe.MailCli;

namespace Troupe.Cli.Mail;

/// <summary>What <c>redact --json</c> prints.</summary>
/// <param name="Applied">False: a dry run.</param>
/// <param name="Body">Whether the text is in the log; else it is one of the blobs.</param>
internal sealed record RedactOutput(
    string Id, bool Applied, bool Body, IReadOnlyList<string> DeletedBlobs, IReadOnlyList<RedactOutput.Shared> KeptBlobs) : VersionedOutput
{
    public static RedactOutput Of(RedactionPlan plan, bool applied) => new(
        plan.Message.Id.ToString(),
        applied,
        plan.Body,
        [.. plan.Deleted.Select(blob => blob.Value)],
        [.. plan.Kept.Select(blob => new Shared(blob.Id.Value, [.. blob.Others.Select(id => id.ToString())]))]);

    internal sealed record Shared(string Blob, IReadOnlyList<string> NamedBy);
}
