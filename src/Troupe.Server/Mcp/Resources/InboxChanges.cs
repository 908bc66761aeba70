using System.Collections.Concurrent;
using System.Threading.Channels;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Server.Mcp.Resources;

/// <summary>
/// Follows the mail log and tells subscribers which mailboxes changed. Begins with the first subscription; what comes while
/// clients are being told is told together, once for each mailbox.
/// </summary>
internal sealed class InboxChanges(MailDoor door) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<InboxSubscription, byte> _subscriptions = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _beginning = new();
    private Task _work = Task.CompletedTask;
    private bool _begun;

    /// <summary>From the next change on. Disposing of what it gives ends the subscription.</summary>
    public async Task<IDisposable> SubscribeAsync(InboxSubscription subscription, CancellationToken cancellationToken)
    {
        _subscriptions.TryAdd(subscription, 0);
        var end = await door.Mailboxes.UseAsync(mailboxes => Task.FromResult(mailboxes.Next), cancellationToken);
        lock (_beginning)
        {
            if (!_begun)
            {
                _begun = true;
                _work = RunAsync(end);
            }
        }

        return new Ending(() => _subscriptions.TryRemove(subscription, out _));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RunAsync(EventLog.Position from)
    {
        var changed = Channel.CreateUnbounded<PersonaId>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var following = FollowAsync(from, changed.Writer);
        await TellAsync(changed.Reader);
        await following;
    }

    private async Task FollowAsync(EventLog.Position from, ChannelWriter<PersonaId> changed)
    {
        Exception? failure = null;
        try
        {
            await foreach (var happened in door.Office.FollowAsync(from, _stop.Token))
            {
                foreach (var persona in MailboxesOf(happened))
                {
                    await changed.WriteAsync(persona, _stop.Token);
                }
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or TroupeException)
        {
            failure = problem;
        }

        changed.Complete(failure);
    }

    private async Task TellAsync(ChannelReader<PersonaId> changed)
    {
        while (await changed.WaitToReadAsync(_stop.Token))
        {
            HashSet<PersonaId> personas = [];
            while (changed.TryRead(out var persona))
            {
                personas.Add(persona);
            }

            foreach (var subscription in _subscriptions.Keys)
            {
                foreach (var persona in personas.Where(subscription.Covers))
                {
                    await subscription.TellAsync(InboxUri.Of(persona), _stop.Token);
                }
            }
        }
    }

    private static IEnumerable<PersonaId> MailboxesOf(MailEvent happened) => happened switch
    {
        MailEvent.Sent sent => sent.Message.Recipients,
        MailEvent.Marked marked => [marked.Persona],
        _ => [],
    };

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
