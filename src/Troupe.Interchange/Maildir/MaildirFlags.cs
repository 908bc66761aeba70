namespace Troupe.Interchange;

/// <summary>
/// State as the end of a Maildir file name: the flags that every program knows, and two of the letters that are left for keywords
/// (the file <c>dovecot-keywords</c> names them).
/// </summary>
internal static class MaildirFlags
{
    public const string Separator = ":2,";

    /// <summary>What the first two keyword letters mean, in the order of the letters.</summary>
    public const string Keywords = "0 $Archived\n1 $Acknowledged\n";
    private const char Archived = 'a';
    private const char Acknowledged = 'b';

    /// <summary>In the order of their codes, as Maildir wants it.</summary>
    public static string Of(Letter letter, LetterState state)
    {
        // What waits for its reader to do something stands out: flagged.
        var isFlagged = letter.Priority == Mail.Priority.Urgent || (letter.AckRequired && !state.IsAcked);
        return string.Concat(
            isFlagged ? "F" : "",
            state.IsAnswered ? "R" : "",
            state.IsRead ? "S" : "",
            state.IsTrashed ? "T" : "",
            state.IsArchived ? Archived : "",
            state.IsAcked ? Acknowledged : "");
    }

    public static LetterState Read(string flags, string? mailbox) => new(mailbox)
    {
        IsRead = flags.Contains('S', StringComparison.Ordinal),
        IsAnswered = flags.Contains('R', StringComparison.Ordinal),
        IsTrashed = flags.Contains('T', StringComparison.Ordinal),
        IsArchived = flags.Contains(Archived, StringComparison.Ordinal),
        IsAcked = flags.Contains(Acknowledged, StringComparison.Ordinal),
    };
}
