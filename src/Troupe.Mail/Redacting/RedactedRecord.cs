using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Reads the records that say what was redacted.</summary>
internal static class RedactedRecord
{
    /// <summary>The message whose redaction a record tells of; null: it tells of something else.</summary>
    public static RecordId? MessageOf(LogRecord record)
    {
        if (!record.KindUtf8.SequenceEqual("redacted"u8))
        {
            return null;
        }

        var members = record.Members;
        while (members.MoveNext())
        {
            if (members.Name.SequenceEqual("message"u8))
            {
                return RecordValue.Id(members.Value);
            }
        }

        return null;
    }
}
