using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>A persona that has not been woken yet for mail that came.</summary>
/// <param name="First">The oldest message for which it was not.</param>
public readonly record struct DueMail(PersonaId Persona, RecordId First);
