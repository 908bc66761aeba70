using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Troupe.EndToEnd.Agents;

/// <summary>A model on this machine's own address: it takes the given steps one after the other and keeps what it was sent.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly IModelWire _wire;
    private readonly IReadOnlyList<ModelStep> _steps;
    private readonly ConcurrentQueue<JsonNode> _requests = new();

    private ModelServer(IModelWire wire, IReadOnlyList<ModelStep> steps)
    {
        (_wire, _steps) = (wire, steps);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    public string Address => _server.Urls.Single();

    /// <summary>Those that asked for a next step, oldest first.</summary>
    public IReadOnlyList<JsonNode> Requests => [.. _requests];

    public static async Task<ModelServer> StartAsync(IModelWire wire, params IReadOnlyList<ModelStep> steps)
    {
        var server = new ModelServer(wire, steps);
        await server._server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext call)
    {
        if (call.Request.Method != "POST" || !call.Request.Path.Value!.EndsWith(_wire.Path, StringComparison.Ordinal))
        {
            call.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var request = (await JsonNode.ParseAsync(call.Request.Body, cancellationToken: call.RequestAborted))!;

        // A request without tools asks for a title or the like.
        var isWork = request["tools"] is JsonArray { Count: > 0 };
        if (isWork)
        {
            _requests.Enqueue(request);
        }

        call.Response.ContentType = "text/event-stream";
        foreach (var (name, data) in _wire.Answer(isWork ? _steps.ElementAtOrDefault(_wire.Answers(request)) ?? ModelStep.Done : ModelStep.Done, _requests.Count))
        {
            await call.Response.WriteAsync($"{(name is null ? "" : $"event: {name}\n")}data: {data.ToJsonString()}\n\n", call.RequestAborted);
        }
    }
}
