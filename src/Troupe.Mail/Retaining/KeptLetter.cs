using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>What retention has to know of a message.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Position">Where its record begins.</param>
/// <param name="Thread">Its conversation.</param>
/// <param name="Arrived">
/// The latest time that any message up to it bears: a clock that was set back makes no message older than those before it.
/// </param>
/// <param name="TextBytes">How much of its record is text that can still be read; 0: it has none there, or none any more.</param>
/// <param name="Blobs">What it names: a long text, attachments.</param>
internal sealed record KeptLetter(
    RecordId Id, Position Position, RecordId Thread, DateTimeOffset Arrived, int TextBytes, IReadOnlyList<Sha256> Blobs);
