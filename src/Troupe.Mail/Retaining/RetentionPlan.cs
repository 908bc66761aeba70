using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>What a retention drops.</summary>
/// <param name="Before">Messages from before this moment, where nothing keeps them.</param>
/// <param name="Messages">How many messages lose something that can still be read now.</param>
/// <param name="TextBytes">How much text in the log becomes unreadable; the log keeps its length.</param>
/// <param name="Blobs">What is deleted: nothing that is kept names it.</param>
/// <param name="Kept">How many messages from before that moment keep what they have.</param>
public sealed record RetentionPlan(DateTimeOffset Before, int Messages, long TextBytes, IReadOnlyList<BlobRef> Blobs, int Kept)
{
    /// <summary>How much room on the disk becomes free.</summary>
    public long BlobBytes => Blobs.Sum(blob => blob.Length);

    /// <summary>
    /// Who has left the team, and how many messages from before that moment those who are left have all read: they are kept only for
    /// who has gone, unless <see cref="MailRetention.DropsUnreadOfDeparted"/>.
    /// </summary>
    public required IReadOnlyDictionary<PersonaId, int> UnreadByDeparted { get; init; }

    /// <summary>The messages that no record says to be dropped yet, in the order of the log.</summary>
    internal IReadOnlyList<RecordId> ToSay { get; init; } = [];

    /// <summary>Where the records begin whose texts become unreadable.</summary>
    internal IReadOnlyList<Position> ToBlot { get; init; } = [];
}
