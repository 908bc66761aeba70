using Troupe.Core;
using Troupe.Mail;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Performs <see cref="SendReport"/>: the mail that tells a persona why its patch did not land.</summary>
internal sealed class ReportSender(Workplace workplace)
{
    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, SendReport command, CancellationToken cancellationToken)
    {
        var attachment = await new ReportAttachment(workplace).StoreAsync(command, cancellationToken);
        var letter = await ReportLetter.WriteAsync(workplace.Blobs, state, command, cancellationToken);
        var mailboxes = await workplace.PostOffice.FoldAsync(cancellationToken);
        var sent = await workplace.PostOffice.Postmaster.PostAsWeaverAsync(
            new Draft
            {
                From = PersonaId.Weaver,
                To = [Address.Of(command.Session.Persona)],
                Subject = letter.Subject,
                Body = letter.Body,
                Type = letter.Type,
                Priority = Priority.High,
                Tags = [EngineMail.SprintTag(state.Number)],
                Attachments = attachment is null ? [] : [attachment],
            },
            letter.Key,
            mailboxes,
            cancellationToken);
        return
        [
            new MailPosted
            {
                Sprint = state.Number,
                At = workplace.Time.GetUtcNow(),
                Key = command.Key,
                To = command.Session.Persona,
                Message = sent.Id.ToString(),
                Session = command.Session,
            }
        ];
    }
}
