using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>What a letter must be like to be a message here. What other programs allow, and what costs nothing to mend, is mended.</summary>
internal static class LetterRules
{
    private const string NoSubject = "(no subject)";

    /// <exception cref="FormatException">What is wrong with the message, as a clause.</exception>
    public static void Require(ImportedMessage message, Letter letter)
    {
        Require(letter.Enclosures.Count <= LetterLimits.MostEnclosures, $"it has {letter.Enclosures.Count} attachments, and at most {LetterLimits.MostEnclosures} are allowed");
        Require(message.To.Count + message.Cc.Count <= LetterLimits.MostAddresses, $"it names {message.To.Count + message.Cc.Count} addresses, and at most {LetterLimits.MostAddresses} are allowed");
        Require(message.Supersedes.Count <= LetterLimits.MostSuperseded, $"it supersedes {message.Supersedes.Count} messages, and at most {LetterLimits.MostSuperseded} are allowed");
        Require(message.States.All(state => state.Tags?.All(DraftRules.IsTag) != false), "a mailbox has a tag that is none");
        try
        {
            DraftRules.Require(new Draft
            {
                From = message.From,
                To = message.To,
                Subject = message.Subject,
                Body = message.Body,
                Tags = message.Tags,
                DedupKey = message.DedupKey,
            });
        }
        catch (TroupeException refused)
        {
            throw new FormatException(refused.Message, refused);
        }

        Require(MailImport.Fits(message), "its addresses and the names of its attachments are too long for a record");
    }

    /// <summary>A subject as subjects are here: one that is empty gets words, one that is too long loses its end.</summary>
    public static string Subject(string subject)
    {
        if (string.IsNullOrWhiteSpace(subject))
        {
            return NoSubject;
        }

        if (subject.Length <= DraftRules.LongestSubject)
        {
            return subject;
        }

        var length = DraftRules.LongestSubject - 1;
        return subject[..(char.IsHighSurrogate(subject[length - 1]) ? length - 1 : length)] + "…";
    }

    private static void Require(bool condition, string flaw)
    {
        if (!condition)
        {
            throw new FormatException(flaw);
        }
    }
}
