using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Analytics;

internal sealed record MailboxEntryRow(PersonaId Owner, MailboxEntry Entry);
