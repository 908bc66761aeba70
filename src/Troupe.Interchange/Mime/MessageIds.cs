using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>
/// Record ids as Message-IDs, <c>ID@team</c>, and back. A Message-ID of another program becomes an id that follows from it, so
/// that the same mail is the same message however often, and from wherever, it is imported.
/// </summary>
internal static class MessageIds
{
    private const string Domain = "@team";

    public static string Write(RecordId id) => id + Domain;

    /// <param name="messageId">Without its angle brackets.</param>
    public static RecordId Read(string messageId) =>
        messageId.EndsWith(Domain, StringComparison.Ordinal) && RecordId.TryParse(messageId[..^Domain.Length], out var id)
            ? id
            : DerivedId.Of("message-id", messageId);
}
