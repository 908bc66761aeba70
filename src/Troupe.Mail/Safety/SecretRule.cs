using System.Text;
using Troupe.Core;

namespace Troupe.Mail;

/// <summary>Applies <see cref="SecretHandling"/> to what is about to be sent. No message of its own ever quotes a secret.</summary>
public static class SecretRule
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: there is a secret in it, and those are refused.</exception>
    public static Draft Apply(Draft draft)
    {
        switch (draft.Secrets)
        {
            case SecretHandling.Refuse:
                Refuse("subject", draft.Subject);
                Refuse("body", draft.Body);
                Refuse("dedup key", draft.DedupKey ?? "");
                foreach (var tag in draft.Tags)
                {
                    RefuseTag(tag);
                }

                foreach (var attachment in draft.Attachments)
                {
                    Refuse("name of an attachment", attachment.Name);
                    Refuse("link that is attached", attachment.Url ?? "");
                }

                return draft;
            case SecretHandling.Redact:
                return draft with { Subject = TextCut.Start(Redact(draft.Subject), DraftRules.LongestSubject), Body = Redact(draft.Body) };
            default:
                return draft;
        }
    }

    /// <param name="place">Where the text stands, as a sentence can name it.</param>
    public static void Refuse(string place, string text) =>
        Refuse(place, text, "nothing was sent. Take it out; if it is none, send it with 'jules-mail send --allow-secret'.");

    /// <summary>Refuses a reason that repeats what it should speak about.</summary>
    public static void RefuseReason(string reason) => Refuse("reason", reason, "nothing was done. Say it in other words.");

    /// <summary>Returns the tag.</summary>
    public static string RefuseTag(string tag)
    {
        Refuse("tag", tag);
        return tag;
    }

    private static void Refuse(string place, string text, string remedy)
    {
        if (SecretScan.Find(text) is [var first, ..])
        {
            var line = 1 + text.AsSpan(0, first.Start).Count('\n');
            throw new TroupeException(
                ErrorCode.InvalidArgument, $"The {place} seems to hold a secret (line {line}: {first.Kind}), and mail is kept for good: {remedy}");
        }
    }

    /// <summary>The text with every secret replaced by what it was.</summary>
    public static string Redact(string text)
    {
        var findings = SecretScan.Find(text);
        if (findings.Count == 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var at = 0;
        foreach (var finding in findings)
        {
            clean.Append(text, at, finding.Start - at).Append($"[{finding.Kind}, taken out]");
            at = finding.Start + finding.Length;
        }

        return clean.Append(text, at, text.Length - at).ToString();
    }
}
