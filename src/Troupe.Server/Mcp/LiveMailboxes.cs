using Troupe.Mail;

namespace Troupe.Server.Mcp;

/// <summary>
/// The mailboxes of a server that lives long: kept from one use to the next, and before each brought up to the log's end. After a use
/// the checkpoints are made that the log should have by now, and what they hold is not kept in memory any more. For any number of
/// callers at once.
/// </summary>
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

            var answer = await use(_mailboxes);
            if (await office.PublishCheckpointAsync(_mailboxes, cancellationToken))
            {
                _mailboxes = null;
            }

            return answer;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
