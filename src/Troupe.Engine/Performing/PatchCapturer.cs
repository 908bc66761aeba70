using Troupe.Agents;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Performs <see cref="CapturePatch"/>: pins what the session made, posts what it wrote, before anybody judges it.</summary>
internal sealed class PatchCapturer(Workplace workplace)
{
    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, CapturePatch command, CancellationToken cancellationToken)
    {
        var delivery = await workplace.Agents.Of(command.Session).CollectAsync(command.Session, cancellationToken);
        var patch = await PinAsync(state, command, delivery, cancellationToken);
        await PostOutboxAsync(command.Session, delivery, cancellationToken);
        if (command.Succeeded)
        {
            await MarkReadAsync(command, cancellationToken);
        }

        return
        [
            new PatchCaptured
            {
                Sprint = state.Number,
                At = workplace.Time.GetUtcNow(),
                Session = command.Session,
                Patch = patch?.Id,
                Commit = patch is null ? null : delivery.Commit,
                Message = delivery.Message,
            }
        ];
    }

    /// <summary>Only what its prompt showed whole: a message that was too long for it stays unread.</summary>
    private async Task MarkReadAsync(CapturePatch command, CancellationToken cancellationToken)
    {
        var mailbox = (await workplace.PostOffice.FoldAsync(cancellationToken)).Of(command.Session.Persona);
        var shown = command.Mails.Select(RecordId.Parse)
            .Where(id => mailbox.TryFind(id, out var entry) && entry.ShownIn.Contains(command.Session));
        await workplace.PostOffice.MarkReadAsync(command.Session.Persona, shown, command.Session, cancellationToken);
    }

    /// <summary>Null: the session changed nothing.</summary>
    private async Task<Patch?> PinAsync(
        SprintState state, CapturePatch command, SessionDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Commit is not { } commit)
        {
            return null;
        }

        await workplace.Forge.PublishAttemptAsync(
            state.Number, command.Session.Persona, commit, delivery.GitDirectory, cancellationToken);

        // A change is what it did to its parent: the session's base, or, in a replay, the commit that it forked from long ago.
        var fork = await workplace.Repository.ResolveAsync($"{commit}^", cancellationToken);
        var trees = await workplace.Repository.TreesOfAsync([commit, fork], cancellationToken);
        var patch = new Patch(fork, trees[0]);
        await workplace.Forge.PinPatchAsync(patch.Id, commit, gitDirectory: null, cancellationToken);
        return patch.Result == trees[1] ? null : patch;
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
