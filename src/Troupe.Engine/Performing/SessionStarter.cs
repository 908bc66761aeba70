using Troupe.Agents;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Personas;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Performs <see cref="StartSession"/>: prompt, mail, rework kit, agent.</summary>
internal sealed class SessionStarter(Workplace workplace)
{
    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, StartSession command, CancellationToken cancellationToken)
    {
        var persona = workplace.Roster.Get(command.Session.Persona.Value);
        var dossier = command.Conflict?.Report is { } report
            ? await Dossier.ReadAsync(workplace.Blobs, report, cancellationToken)
            : null;
        var mail = await MailAsync(command, cancellationToken);
        var start = await new ReworkStart(workplace).PrepareAsync(command, cancellationToken);
        var prompt = PromptRenderer.Render(persona, SessionPrompt.Context(workplace, state, command, mail, dossier, start));
        var agent = workplace.Settings.AgentFor(persona.Agent);
        await workplace.Agents.For(persona).StartAsync(
            new SessionRequest
            {
                Id = command.Session,
                Base = command.Base,
                StartAt = start.Commit,
                Prompt = prompt.Text,
                Title = $"{persona.Id}: changes of sprint {state.Number}{(command.Session.Attempt == 1 ? "" : $", attempt {command.Session.Attempt}")}",
                RepositoryCommonDirectory = workplace.Repository.CommonDirectory,
                TeamFolder = workplace.Home.TeamFolder,
                Agent = agent,
                Timeout = agent.Timeout ?? workplace.Settings.Sprint.SessionTimeout,
                Files = dossier is null ? [] : await ReworkFiles.ReadAsync(workplace.Blobs, dossier, cancellationToken),
            },
            cancellationToken);
        await workplace.PostOffice.MarkShownAsync(
            persona.Id, prompt.ShownMail.Select(RecordId.Parse), command.Session, cancellationToken);
        return
        [
            new SessionStarted
            {
                Sprint = state.Number, At = workplace.Time.GetUtcNow(), Session = command.Session, Caution = start.Caution,
            }
        ];
    }

    private async Task<IReadOnlyList<PromptMail>> MailAsync(StartSession command, CancellationToken cancellationToken)
    {
        if (command.Mails.Count == 0)
        {
            return [];
        }

        var mailboxes = await workplace.PostOffice.FoldAsync(cancellationToken);
        List<PromptMail> shown = [];
        foreach (var message in command.Mails.Select(id => mailboxes.Find(RecordId.Parse(id))).OfType<Message>())
        {
            shown.Add(new PromptMail
            {
                Id = message.Id.ToString(),
                From = message.From.Value,
                Subject = message.Subject,
                Type = message.Type.Name(),
                Body = await workplace.PostOffice.ReadBodyAsync(message, cancellationToken),
                Attested = message.Attested?.ToString(),
            });
        }

        return shown;
    }
}
