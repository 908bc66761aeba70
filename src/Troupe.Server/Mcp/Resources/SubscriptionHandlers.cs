using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Troupe.Core;

namespace Troupe.Server.Mcp.Resources;

/// <summary>
/// How clients ask to be told of changes: until revision 2025-11-25 one mailbox after the other for the whole connection, since
/// 2026-07-28 by a request that stays open (<c>subscriptions/listen</c>) and whose id every notice carries.
/// </summary>
/// <param name="clientIsGone">Completes when nothing more will be read: nobody cancels his requests then.</param>
internal sealed class SubscriptionHandlers(MailDoor door, InboxChanges changes, Task clientIsGone) : IDisposable
{
    private readonly HashSet<PersonaId> _wanted = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IDisposable? _ofConnection;

    public async ValueTask<EmptyResult> SubscribeAsync(RequestContext<SubscribeRequestParams> request, CancellationToken cancellationToken)
    {
        var persona = Require(request.Params?.Uri);
        lock (_wanted)
        {
            _wanted.Add(persona);
        }

        // A client may ask for several mailboxes at once; two subscriptions would tell it everything twice.
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _ofConnection ??= await changes.SubscribeAsync(
                new InboxSubscription(IsWanted, (uri, cancellation) => TellAsync(request.Server, uri, listening: null, cancellation)), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }

        return new EmptyResult();
    }

    public ValueTask<EmptyResult> UnsubscribeAsync(RequestContext<UnsubscribeRequestParams> request, CancellationToken cancellationToken)
    {
        lock (_wanted)
        {
            _wanted.Remove(Require(request.Params?.Uri));
        }

        return ValueTask.FromResult(new EmptyResult());
    }

    /// <summary>Acknowledges, tells of changes, and ends when the client cancels the request or goes away.</summary>
    public async ValueTask<EmptyResult> ListenAsync(RequestContext<SubscriptionsListenRequestParams> request, CancellationToken cancellationToken)
    {
        var asked = request.Params?.Notifications.ResourceSubscriptions ?? [];
        var granted = asked.Where(uri => InboxUri.TryParse(uri, out var persona) && door.Office.Addresses.Knows(persona)).ToList();
        var covered = granted.Select(Require).ToHashSet();
        var id = request.JsonRpcRequest.Id;
        using var subscription = await changes.SubscribeAsync(
            new InboxSubscription(covered.Contains, (uri, cancellation) => TellAsync(request.Server, uri, id, cancellation)), cancellationToken);
        await SendAsync(request.Server, NotificationMethods.SubscriptionsAcknowledgedNotification, Acknowledgement(granted), id, cancellationToken);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(cancelled.SetResult);
        await Task.WhenAny(cancelled.Task, clientIsGone);
        return new EmptyResult();
    }

    public void Dispose()
    {
        _ofConnection?.Dispose();
        _turn.Dispose();
    }

    private bool IsWanted(PersonaId persona)
    {
        lock (_wanted)
        {
            return _wanted.Contains(persona);
        }
    }

    private PersonaId Require(string? uri) => InboxUri.TryParse(uri, out var persona) && door.Office.Addresses.Knows(persona)
        ? persona
        : throw new McpProtocolException($"There is no mailbox '{Printable.Escape(uri)}'.", McpErrorCode.InvalidParams);

    private static JsonObject Acknowledgement(IReadOnlyList<string> granted) => new()
    {
        ["notifications"] = granted.Count == 0
            ? new JsonObject()
            : new JsonObject { ["resourceSubscriptions"] = new JsonArray([.. granted.Select(uri => (JsonNode)uri)]) },
    };

    private static Task TellAsync(McpServer server, string uri, RequestId? listening, CancellationToken cancellationToken) =>
        SendAsync(server, NotificationMethods.ResourceUpdatedNotification, new JsonObject { ["uri"] = uri }, listening, cancellationToken);

    private static Task SendAsync(McpServer server, string method, JsonObject members, RequestId? listening, CancellationToken cancellationToken)
    {
        if (listening is { } request)
        {
            members["_meta"] = new JsonObject { [MetaKeys.SubscriptionId] = request.Id is long number ? number : request.Id?.ToString() };
        }

        return server.SendMessageAsync(new JsonRpcNotification { Method = method, Params = members }, cancellationToken);
    }
}
