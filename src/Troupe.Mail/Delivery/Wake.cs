using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>A persona that is to be told that it has mail.</summary>
/// <param name="Message">The newest message that has come for it.</param>
public sealed record Wake(PersonaId Persona, RecordId Message);
