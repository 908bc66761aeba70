using Troupe.Agents;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Looks at the world: the clock, the sessions that may be alive, the mailboxes.</summary>
internal sealed class Observer(Workplace workplace)
{
    private Mailboxes? _mailboxes;

    public async Task<Observation> ObserveAsync(SprintState state, CancellationToken cancellationToken) => new()
    {
        Now = workplace.Time.GetUtcNow(),
        Sessions = await SessionsAsync(state, cancellationToken),
        Unread = await UnreadAsync(state, cancellationToken),
        BranchHead = await BranchHeadAsync(state, cancellationToken),
    };

    /// <summary>Looked at only while a weave is open: whether its landing was published is then not known from the log.</summary>
    private async Task<CommitId?> BranchHeadAsync(SprintState state, CancellationToken cancellationToken) =>
        state.Weave is null
            ? null
            : await workplace.Repository.Refs.FindAsync($"refs/heads/{state.Start.Branch}", cancellationToken);

    private async Task<IReadOnlyDictionary<SessionId, SessionSight>> SessionsAsync(
        SprintState state, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<SessionId, SessionSight>();
        foreach (var persona in state.Roster.Where(persona => persona.Standing == Standing.Running && persona.Run is not null))
        {
            var id = persona.Run!.Id;
            // Requested is what an agent says of a session that it does not know.
            if (await TryLookAsync(id, cancellationToken) is { State: not SessionState.Requested } sight)
            {
                seen[id] = sight;
            }
        }

        return seen;
    }

    /// <summary>
    /// Null: the agent cannot say. One session that nobody can look at must not stop the others: it is given up when its
    /// time is over, and what stood in the way is said when it is ended by force. That holds for a defect too that something
    /// in its folder brings to light: it would come to light again at every look, and no command could go on with the sprint.
    /// </summary>
    private async Task<SessionSight?> TryLookAsync(SessionId session, CancellationToken cancellationToken)
    {
        try
        {
            var observation = await workplace.Agents.Of(session).ObserveAsync(session, cancellationToken);
            return new SessionSight(observation.State, FailureDigest.Of(observation), observation.Detail);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<MailHead>> UnreadAsync(SprintState state, CancellationToken cancellationToken)
    {
        var known = _mailboxes?.Next;
        if (_mailboxes is null)
        {
            _mailboxes = await workplace.PostOffice.FoldAsync(cancellationToken);
        }
        else
        {
            await workplace.PostOffice.CatchUpAsync(_mailboxes, cancellationToken);
        }

        if (_mailboxes.Next != known)
        {
            // Sessions will rest on what was read here, and a reader may see mail before it is durable.
            await workplace.PostOffice.SyncAsync(_mailboxes, cancellationToken);
            await workplace.PostOffice.PublishCheckpointAsync(_mailboxes, cancellationToken);
        }

        var unread = _mailboxes.UnreadOfAll();
        return
        [
            .. state.Start.Personas
                .Where(unread.ContainsKey)
                .SelectMany(persona => unread[persona].Select(entry => Head(persona, entry.Message)))
        ];
    }

    private static MailHead Head(PersonaId to, Message message) =>
        new(message.Id.ToString(), to, message.From, message.Type.Name(), EngineMail.IsGoodNews(message));
}
