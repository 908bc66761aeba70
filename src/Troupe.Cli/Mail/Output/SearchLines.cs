using System.Globalization;
using Troupe.Analytics;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary>What a search found, for people: two lines for each message.</summary>
internal static class SearchLines
{
    private const int WidestSubject = 90;

    public static IEnumerable<string> Of(IEnumerable<SearchHit> hits) => hits.SelectMany(Lines);

    private static IEnumerable<string> Lines(SearchHit hit)
    {
        var message = hit.Message;
        var type = message.Type is MessageType.Note ? "" : $"  {message.Type.Name()}";
        var tags = hit.Entry?.Tags ?? (IEnumerable<string>)message.Tags;
        yield return $"{(hit.Entry?.IsUnread == true ? "●" : " ")} {hit.ShortId}  "
            + message.SentAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            + $"  {message.From} → {string.Join(", ", message.To)}{type}  {Subject(message.Subject)}"
            + string.Concat(tags.Select(tag => $"  #{Printable.Escape(tag)}"));
        if (hit.IsRedacted || hit.Snippet is not null)
        {
            yield return $"    {(hit.IsRedacted ? "(redacted)" : Printable.Escape(hit.Snippet))}";
        }
    }

    private static string Subject(string subject)
    {
        var safe = Printable.Escape(subject);
        return safe.Length <= WidestSubject ? safe : TextCut.Start(safe, WidestSubject - 1) + "…";
    }
}
