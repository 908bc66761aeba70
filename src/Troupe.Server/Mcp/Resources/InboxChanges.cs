using System.Collections.Concurrent;
using System.Threading.Channels;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Server.Mcp.Resources;

/// <summary>
/// Follows the mail log and tells subscribers which mailboxes changed. Begins with the first subscription; what comes while
/// clients are being told is told together, once for each mailbox.
/// </summary>
internal sealed class InboxChanges(MailDoor door) : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<InboxSubscription, byte> _subscriptions = [];
    private readonly HashSet<PersonaId> _changed = [];
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _beginning = new();
    private Task _work = Task.CompletedTask;
    private bool _begun;

    /// <summary>From the next change on. Disposing of what it gives ends the subscription.</summary>
    public async Task<IDisposable> SubscribeAsync(InboxSubscription subscription, CancellationToken cancellationToken)
    {
        var end = await EndAsync(cancellationToken);
        _subscriptions.TryAdd(subscription, 0);
        lock (_beginning)
        {
            if (!_begun)
            {
                _begun = true;
                _work = Task.WhenAll(FollowAsync(end), TellAsync());
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

    private async Task FollowAsync(Position? from)
    {
        while (true)
        {
            try
            {
                if (from is null)
                {
                    // What was missed nobody knows, so every mailbox may have changed.
                    from = await EndAsync(_stop.Token);
                    Note([.. door.Office.Addresses.Everybody(), PersonaId.Weaver]);
                }

                await foreach (var happened in door.Office.FollowAsync(from.Value, _stop.Token))
                {
                    Note(MailboxesOf(happened));
                }
            }
            catch (Exception failure) when (failure is TroupeException or IOException or UnauthorizedAccessException)
            {
                // Another file took the place of the one that was followed, as redaction does it, or it cannot be read for now.
                from = null;
                await Task.Delay(PauseAfterFailure, door.Identity.Time, _stop.Token);
            }
        }
    }

    private async Task TellAsync()
    {
        await foreach (var _ in _news.Reader.ReadAllAsync(_stop.Token))
        {
            var personas = TakeChanged();
            foreach (var subscription in _subscriptions.Keys)
            {
                foreach (var persona in personas.Where(subscription.Covers))
                {
                    await subscription.TellAsync(InboxUri.Of(persona), _stop.Token);
                }
            }
        }
    }

    private Task<Position> EndAsync(CancellationToken cancellationToken) =>
        door.Mailboxes.UseAsync(mailboxes => Task.FromResult(mailboxes.Next), cancellationToken);

    private void Note(IReadOnlyList<PersonaId> personas)
    {
        lock (_changed)
        {
            _changed.UnionWith(personas);
        }

        _news.Writer.TryWrite(true);
    }

    private PersonaId[] TakeChanged()
    {
        lock (_changed)
        {
            PersonaId[] personas = [.. _changed];
            _changed.Clear();
            return personas;
        }
    }

    private static IReadOnlyList<PersonaId> MailboxesOf(MailEvent happened) => happened switch
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
