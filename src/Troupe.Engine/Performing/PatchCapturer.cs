using Troupe.Agents;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Performs <see cref="CapturePatch"/>: pins what the session made, posts what it wrote, before anybody judges it.</summary>
internal sealed class PatchCapturer(Workplace workplace)
{
    private readonly PatchPinning _pinning = new(workplace);

    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, CapturePatch command, CancellationToken cancellationToken)
    {
        var delivery = await CollectAsync(command.Session, cancellationToken);
        var pinned = await _pinning.PinAsync(state, command, delivery, cancellationToken);
        var refusal = pinned.Refusal is { } words ? EventBounds.Fit(words) : null;
        await PostOutboxAsync(command.Session, delivery, cancellationToken);
        if (command.Succeeded)
        {
            await MarkReadAsync(command, cancellationToken);
        }

        var now = workplace.Time.GetUtcNow();
        return
        [
            refusal is { } reason
                ? new PatchRejected
                {
                    Sprint = state.Number,
                    At = now,
                    Session = command.Session,
                    Outcome = PatchOutcome.Malformed,
                    Reason = reason,
                    Digest = FailureDigest.Of(command.Session, reason),
                }
                : new PatchCaptured
                {
                    Sprint = state.Number,
                    At = now,
                    Session = command.Session,
                    Patch = pinned.Patch?.Id,
                    Commit = pinned.Patch is null ? null : delivery.Commit,
                    Message = delivery.Message,
                    Unrecorded = delivery.Unrecorded is { } obstacle ? EventBounds.Fit(obstacle) : null,
                }
        ];
    }

    /// <summary>The sprint may have given the session up while it still went on: then it is ended first.</summary>
    private async Task<SessionDelivery> CollectAsync(SessionId session, CancellationToken cancellationToken)
    {
        var agent = workplace.Agents.Of(session);
        return await agent.EndAsync(session, cancellationToken) is { } obstacle
            ? new SessionDelivery { Unrecorded = obstacle, Outbox = await agent.LettersAsync(session, cancellationToken) }
            : await agent.CollectAsync(session, cancellationToken);
    }

    /// <summary>Only what its prompt showed whole: a message that was too long for it stays unread.</summary>
    private async Task MarkReadAsync(CapturePatch command, CancellationToken cancellationToken)
    {
        var mailbox = (await workplace.PostOffice.FoldAsync(cancellationToken)).Of(command.Session.Persona);
        var shown = command.Mails.Select(RecordId.Parse)
            .Where(id => mailbox.TryFind(id, out var entry) && entry.ShownIn.Contains(command.Session));
        await workplace.PostOffice.MarkReadAsync(command.Session.Persona, shown, command.Session, cancellationToken);
    }

    private async Task PostOutboxAsync(SessionId session, SessionDelivery delivery, CancellationToken cancellationToken)
    {
        var posting = new OutboxPosting(workplace.PostOffice);
        foreach (var file in delivery.Outbox)
        {
            await posting.PostAsync(session, file.Name, file.Content, cancellationToken);
        }
    }
}
