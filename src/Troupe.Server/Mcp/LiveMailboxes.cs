using Troupe.Mail;

namespace Troupe.Server.Mcp;

/// <summary>The mailboxes of a server that lives long: folded once, and before each use brought up to the log's end. For any number of callers at once.</summary>
internal sealed class LiveMailboxes(PostOffice office) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Mailboxes? _mailboxes;

    /// <summary>Gives the caller the mailboxes as they are now; nobody folds while he looks.</summary>
    public async Task<T> UseAsync<T>(Func<Mailboxes, Task<T>> use, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_mailboxes is null)
            {
                _mailboxes = await office.FoldAsync(cancellationToken);
            }
            else
            {
                await office.CatchUpAsync(_mailboxes, cancellationToken);
            }

            return await use(_mailboxes);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
