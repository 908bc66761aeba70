using Troupe.Core;

namespace Troupe.Mail;

/// <summary>One message in one mailbox, without its text.</summary>
/// <param name="Message">Its number among all messages of the log.</param>
/// <param name="From">Who says to have sent it.</param>
/// <param name="State">What became of it.</param>
/// <param name="SupersededBy">The number of the newer message, where <see cref="EntryFlags.Superseded"/> says that there is one.</param>
internal readonly record struct EntryRow(uint Message, PersonaId From, EntryState State, uint SupersededBy);
