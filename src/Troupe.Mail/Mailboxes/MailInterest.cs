using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Whether a record changes one persona's mailbox, told from its bytes: most of a team's mail is for others, and is then never
/// decoded. In doubt (a member that is missing or written in an unusual way) the answer is yes, and decoding tells.
/// </summary>
internal sealed class MailInterest(PersonaId persona)
{
    private readonly byte[] _quoted = System.Text.Encoding.ASCII.GetBytes($"\"{persona}\"");

    public bool Concerns(LogRecord record)
    {
        try
        {
            return MailEventCodec.IsSent(record) ? Names(record, "recipients"u8) : Names(record, "persona"u8);
        }
        catch (FormatException)
        {
            return true;
        }
    }

    /// <summary>An id holds nothing that JSON escapes, so it stands in a record as itself, between quotes.</summary>
    private bool Names(LogRecord record, ReadOnlySpan<byte> member)
    {
        var members = record.Members;
        while (members.MoveNext())
        {
            if (members.Name.SequenceEqual(member))
            {
                return members.Value.IndexOf(_quoted) >= 0 || members.Value.Contains((byte)'\\');
            }
        }

        return true;
    }
}
