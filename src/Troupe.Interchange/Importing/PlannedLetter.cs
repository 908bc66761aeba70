using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>A letter that was checked: where it is, and what of it is already known. Its text and attachments are read again when it is taken.</summary>
/// <param name="Item">The first place where it was found.</param>
/// <param name="Recipients">The mailboxes of all places where it was found.</param>
/// <param name="States">What those places say about it.</param>
internal sealed record PlannedLetter(
    SourceItem Item, RecordId Id, DateTimeOffset? SentAt, Position? Place, IReadOnlyList<PersonaId> Recipients, IReadOnlyList<ImportedState> States)
{
    public static PlannedLetter Of(SourceItem item, Letter letter, ImportedMessage message) =>
        new(item, message.Id, letter.SentAt, letter.Place, message.Recipients, message.States);

    /// <summary>The same letter in one more mailbox.</summary>
    public PlannedLetter With(ImportedMessage again) => this with
    {
        Recipients = [.. Recipients.Union(again.Recipients)],
        States = [.. States, .. again.States.Where(state => States.All(known => known.Mailbox != state.Mailbox))],
    };

    /// <summary>The whole message, as the plan has it.</summary>
    public ImportedMessage Complete(ImportedMessage message) => message with { Recipients = Recipients, States = States };
}
