using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>One message of the log, without its text.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Where its record begins.</param>
/// <param name="Time">Its timestamp, in milliseconds since 1970.</param>
/// <param name="From">Who says to have sent it; null where only its place in the order counts.</param>
internal readonly record struct MessageRow(RecordId Id, Position Place, long Time, PersonaId? From);
