using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Reads sender, date, subject and text of one <c>format-patch</c> mail; a text without such headers is a bare diff. Pure.</summary>
internal static partial class MailParser
{
    public static MailMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.Span).Replace("\r\n", "\n", StringComparison.Ordinal);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = end < 0 ? [] : Headers(text[..end]);
        if (!headers.TryGetValue("Subject", out var subject) || !headers.TryGetValue("From", out var from))
        {
            return new MailMessage(bytes, null, null);
        }

        var message = $"{WithoutSeries(subject).Trim()}\n\n{Body(text[(end + 2)..])}".Trim();
        return new MailMessage(bytes, message, Author(from, headers.GetValueOrDefault("Date", "")));
    }

    /// <summary>Without the <c>[PATCH v2 1/3]</c> that says where in its series the mail stands.</summary>
    private static string WithoutSeries(string subject)
    {
        var text = subject.TrimStart();
        var end = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        return end > 0 && text.AsSpan(0, end).Contains("PATCH", StringComparison.Ordinal) ? text[(end + 1)..] : subject;
    }

    private static Dictionary<string, string> Headers(string block)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folding().Replace(block, " ").Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line.AsSpan(0, colon).IndexOf(' ') < 0)
            {
                headers.TryAdd(line[..colon], EncodedWord.Decode(line[(colon + 1)..].Trim()));
            }
        }

        return headers;
    }

    // The text ends where the statistics or the diff begin.
    private static string Body(string text)
    {
        string[] ends = ["\n---\n", "\ndiff --git ", "\n--- a/"];
        var body = "\n" + text;
        foreach (var mark in ends)
        {
            var at = body.IndexOf(mark, StringComparison.Ordinal);
            body = at < 0 ? body : body[..at];
        }

        return body.Trim('\n');
    }

    private static GitSignature? Author(string from, string date)
    {
        if (Address().Match(from) is not { Success: true } match
            || !DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        try
        {
            return new GitSignature(new GitIdentity(match.Groups["name"].Value.Trim().Trim('"'), match.Groups["mail"].Value), time);
        }
        catch (TroupeException)
        {
            // A sender without a name is no author that git could store.
            return null;
        }
    }

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.CultureInvariant)]
    private static partial Regex Folding();

    [GeneratedRegex(@"^(?<name>[^<]*)<(?<mail>[^<>]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
