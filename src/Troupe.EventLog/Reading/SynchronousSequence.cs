namespace Troupe.EventLog;

/// <summary>A sequence that never waits, as an asynchronous one: no state machine, no thread, no allocation per element.</summary>
internal sealed class SynchronousSequence<T>(IEnumerable<T> source, CancellationToken cancellationToken) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationTokenOfLoop = default) =>
        new Enumerator(source.GetEnumerator(), cancellationToken, cancellationTokenOfLoop);

    private sealed class Enumerator(IEnumerator<T> source, CancellationToken first, CancellationToken second) : IAsyncEnumerator<T>
    {
        public T Current => source.Current;

        public ValueTask<bool> MoveNextAsync()
        {
            first.ThrowIfCancellationRequested();
            second.ThrowIfCancellationRequested();
            return new ValueTask<bool>(source.MoveNext());
        }

        public ValueTask DisposeAsync()
        {
            source.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
