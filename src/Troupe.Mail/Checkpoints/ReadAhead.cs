using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Reads a long stretch of the log on one core while another folds it. A short one is read where it is folded: that is over before
/// a second thread has begun.
/// </summary>
internal static class ReadAhead
{
    private const int Short = 2048;
    private const int BatchLength = 512;
    private const int Batches = 8;

    public static async IAsyncEnumerable<LogRecord> Of(IAsyncEnumerable<LogRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reading = records.GetAsyncEnumerator(cancellationToken);
        for (var read = 0; read < Short; read++)
        {
            if (!await reading.MoveNextAsync())
            {
                yield break;
            }

            yield return reading.Current;
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<List<LogRecord>>(new BoundedChannelOptions(Batches) { SingleReader = true, SingleWriter = true });
        var reader = Task.Run(() => ReadAsync(reading, batches.Writer, stopping.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                foreach (var record in batch)
                {
                    yield return record;
                }
            }
        }
        finally
        {
            await stopping.CancelAsync();
            await reader;
        }
    }

    /// <summary>What goes wrong is told through the channel, to whoever reads it.</summary>
    private static async Task ReadAsync(IAsyncEnumerator<LogRecord> reading, ChannelWriter<List<LogRecord>> batches, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            var more = true;
            while (more)
            {
                var batch = new List<LogRecord>(BatchLength);
                while (batch.Count < BatchLength && (more = await reading.MoveNextAsync()))
                {
                    batch.Add(reading.Current);
                }

                await batches.WriteAsync(batch, cancellationToken);
            }
        }
        catch (Exception problem) when (problem is TroupeException or IOException or OperationCanceledException)
        {
            failure = problem;
        }
        finally
        {
            batches.Complete(failure);
        }
    }
}
