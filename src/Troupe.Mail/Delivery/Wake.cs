using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>A persona that is to be told that it has mail.</summary>
/// <param name="Message">The newest message that has come for it.</param>
/// <param name="NotBefore">When it has been woken as often as is allowed: from when on it may be once more.</param>
public sealed record Wake(PersonaId Persona, RecordId Message, DateTimeOffset? NotBefore = null);
