using Troupe.Analytics;
using Troupe.MailCli;

namespace Troupe.Cli.Mail;

/// <summary>Of <c>search</c>: newest first.</summary>
/// <param name="Persona">Whose mail was searched; null for everybody's.</param>
/// <param name="More">Older messages fit too, but the limit was reached.</param>
/// <param name="Damaged">How many places of the log are damaged or could not be searched; null for none.</param>
internal sealed record SearchOutput(string? Persona, IReadOnlyList<MessageOutput> Messages, bool More, int? Damaged) : VersionedOutput
{
    public static MessageOutput Message(SearchHit hit) =>
        (hit.Entry is { } entry ? MessageOutput.Of(entry) : MessageOutput.Of(hit.Message, unread: false)) with
        {
            Snippet = hit.Snippet,
            Redacted = hit.IsRedacted ? true : null,
        };
}
