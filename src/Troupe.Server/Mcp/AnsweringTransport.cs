using System.Threading.Channels;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Troupe.Server.Mcp;

/// <summary>
/// A transport over two streams whose input ends only when what was asked before is answered: a session drops its requests with its
/// input, and who pipes a few lines into the server, or goes away in haste, would send mail without being told so.
/// </summary>
internal sealed class AnsweringTransport : ITransport
{
    /// <summary>Nobody keeps a server alive by a request that has no end.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly StreamServerTransport _wire;
    private readonly TimeProvider _time;
    private readonly HashSet<RequestId> _open = [];
    private TaskCompletionSource? _waiting;

    public AnsweringTransport(Stream input, Stream output, string name, TimeProvider time)
    {
        _time = time;
        _wire = new StreamServerTransport(new LastingInput(input, AnsweredAsync), output, name);
        MessageReader = new NotingReader(this);
    }

    public string? SessionId => _wire.SessionId;

    public ChannelReader<JsonRpcMessage> MessageReader { get; }

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        await _wire.SendMessageAsync(message, cancellationToken);
        if (message is JsonRpcResponse or JsonRpcError)
        {
            lock (_open)
            {
                _open.Remove(((JsonRpcMessageWithId)message).Id);
                Tell();
            }
        }
    }

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    private async Task AnsweredAsync(CancellationToken cancellationToken)
    {
        using var longest = new CancellationTokenSource(LongestWait, _time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, longest.Token);
        while (!end.IsCancellationRequested)
        {
            Task change;
            lock (_open)
            {
                if (_open.Count == 0 && !_wire.MessageReader.TryPeek(out _))
                {
                    return;
                }

                change = (_waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await change.WaitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool TryRead(out JsonRpcMessage message)
    {
        lock (_open)
        {
            if (!_wire.MessageReader.TryRead(out message!))
            {
                return false;
            }

            Note(message);
            return true;
        }
    }

    private void Note(JsonRpcMessage message)
    {
        switch (message)
        {
            // A subscription lasts as long as the input does.
            case JsonRpcRequest { Method: not RequestMethods.SubscriptionsListen } request:
                _open.Add(request.Id);
                break;
            case JsonRpcNotification { Method: NotificationMethods.CancelledNotification } cancelled:
                // What was cancelled is not answered.
                var id = cancelled.Params?["requestId"]?.ToString();
                _open.RemoveWhere(open => open.ToString() == id);
                break;
        }

        Tell();
    }

    private void Tell()
    {
        _waiting?.TrySetResult();
        _waiting = null;
    }

    private sealed class NotingReader(AnsweringTransport transport) : ChannelReader<JsonRpcMessage>
    {
        public override Task Completion => transport._wire.MessageReader.Completion;

        public override bool TryRead(out JsonRpcMessage item) => transport.TryRead(out item);

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) =>
            transport._wire.MessageReader.WaitToReadAsync(cancellationToken);
    }
}
