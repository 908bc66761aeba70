using Troupe.Core;

namespace Troupe.Mail;

/// <summary>To whom an answer goes and what it is called, unless its writer says otherwise.</summary>
public static class Reply
{
    private const string Prefix = "Re: ";

    public static Draft To(Message parent, PersonaId from, string? subject, string body) => new()
    {
        From = from,
        To = Recipients(parent, from),
        Subject = subject ?? SubjectFor(parent.Subject),
        Body = body,
        ReplyTo = parent,
    };

    /// <summary>Whoever answers himself goes on talking to those he wrote to.</summary>
    private static IReadOnlyList<Address> Recipients(Message parent, PersonaId from) =>
        parent.From == from ? parent.To : [Address.Of(parent.From)];

    private static string SubjectFor(string subject)
    {
        var answer = subject.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? subject : Prefix + subject;
        return TextCut.Start(answer, DraftRules.LongestSubject);
    }
}
