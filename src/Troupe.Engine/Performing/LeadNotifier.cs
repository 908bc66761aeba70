using Troupe.Agents;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Performs <see cref="NotifyHuman"/>: mail to the lead with everything needed to decide.</summary>
internal sealed class LeadNotifier(Workplace workplace)
{
    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, NotifyHuman command, CancellationToken cancellationToken)
    {
        var sent = await workplace.PostOffice.Postmaster.SendAsync(
            new Draft
            {
                From = PersonaId.Weaver,
                To = [Address.Of(PersonaId.Lead)],
                Subject = command.Subject,
                Body = EngineMail.Fit(await BodyAsync(state, command, cancellationToken)),
                Type = MessageType.System,
                Priority = Priority.High,
                Tags = [EngineMail.SprintTag(state.Number)],
                DedupKey = EngineMail.Key(state, command.Key),
                Secrets = SecretHandling.Redact,
            },
            cancellationToken);
        return
        [
            new HumanNotified
            {
                Sprint = state.Number,
                At = workplace.Time.GetUtcNow(),
                Key = command.Key,
                Persona = command.Persona,
                Message = sent.Id.ToString(),
            }
        ];
    }

    private async Task<string> BodyAsync(SprintState state, NotifyHuman command, CancellationToken cancellationToken)
    {
        if (command.Persona is not { } persona || !state.Personas.TryGetValue(persona, out var progress))
        {
            return command.Detail;
        }

        var report = progress.Setback?.Event switch
        {
            PatchConflicted { Report: { } blob } => (await Dossier.ReadAsync(workplace.Blobs, blob, cancellationToken)).Text,
            PatchRejected rejected => rejected.Reason,
            PatchHeld held => HeldReport.Of(held, progress.Run?.Commit),
            SessionEnded ended => ended.Detail,
            _ => null,
        };
        return LeadMail.About(command.Detail, state, progress, report, LogOf(progress));
    }

    private string? LogOf(PersonaProgress persona) =>
        persona.Run is { } run && SessionFolder.Of(workplace.State.SessionsFolder, run.Id).AgentLog is var log && File.Exists(log) ? log : null;
}
