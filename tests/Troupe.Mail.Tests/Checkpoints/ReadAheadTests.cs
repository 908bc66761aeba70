using System.Runtime.CompilerServices;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Testing;

namespace Troupe.Mail.Tests;

/// <summary>A long stretch is read by a second thread: what comes must be the same as without it.</summary>
public sealed class ReadAheadTests : IDisposable
{
    private const int Records = 6000;
    private readonly TemporaryFolder _folder = new();
    private bool _isRead;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_LongStretch_GivesEveryRecordInItsOrder()
    {
        var log = await LogAsync();
        List<Position> places = [];
        await foreach (var record in ReadAhead.Of(log.ReadAsync(Position.Start, Stop), Stop))
        {
            places.Add(record.Position);
        }

        places.Count.ShouldBe(Records);
        places.ShouldBe(places.Order());
    }

    [Fact]
    public async Task Of_ReadingThatFails_FailsAfterWhatWasRead()
    {
        var log = await LogAsync();
        var read = 0;
        var failure = await Should.ThrowAsync<TroupeException>(async () =>
        {
            await foreach (var _ in ReadAhead.Of(FailingAfter(log, 5000, Stop), Stop))
            {
                read++;
            }
        });
        failure.Message.ShouldBe("gone");
        read.ShouldBeInRange(2048, 5000);
    }

    [Fact]
    public async Task Of_WhoStopsEarly_EndsTheReading()
    {
        var log = await LogAsync();
        var read = 0;
        await foreach (var _ in ReadAhead.Of(FailingAfter(log, Records, Stop), Stop))
        {
            if (++read == 2500)
            {
                break;
            }
        }

        _isRead.ShouldBeTrue();
    }

    private async Task<FileEventLog> LogAsync()
    {
        var log = new FileEventLog(_folder.Path, TimeProvider.System);
        await log.AppendAsync([.. Enumerable.Range(0, Records).Select(_ => new NewRecord { Kind = "note", Actor = "lead" })], Stop);
        return log;
    }

    private async IAsyncEnumerable<LogRecord> FailingAfter(IEventLog log, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var record in log.ReadAsync(Position.Start, cancellationToken))
            {
                yield return count-- > 0 ? record : throw new TroupeException(ErrorCode.Storage, "gone");
            }
        }
        finally
        {
            _isRead = true;
        }
    }
}
