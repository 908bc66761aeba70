using Troupe.Core;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>Says that something lies in the outbox, and why.</summary>
internal static class OutboxFallback
{
    public static void Say<T>(MailDesk desk, Written<T>.ToOutbox left, PersonaId? claimed)
    {
        desk.Terminal.Say(
            $"the mail log cannot be written ({Printable.Escape(left.Obstacle.Message)})\n"
            + $"left in the outbox, to be posted when the session ends: {Printable.Escape(left.File)}");
        if (claimed is { } persona)
        {
            desk.Terminal.Say($"it speaks for {persona}, whose session this is not: it is posted, unattested, only where [mail] outbox_claims is true");
        }
    }
}
