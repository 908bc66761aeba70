using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Troupe.Core;
using Troupe.Server.Mcp.Tools;

namespace Troupe.Server.Mcp.Resources;

/// <summary>The mailbox of any persona, to look at: what lies in it, without the texts, as the tool <c>inbox</c> gives it.</summary>
internal sealed class InboxResource(MailDoor door) : McpServerResource
{
    private const int Limit = 100;
    private const string MediaType = "application/json";

    public override ResourceTemplate ProtocolResourceTemplate { get; } = new()
    {
        Name = "inbox",
        UriTemplate = InboxUri.Template,
        Description = $"What lies in a persona's mailbox, without the texts: the newest {Limit} messages, oldest first",
        MimeType = MediaType,
    };

    public override IReadOnlyList<object> Metadata => [];

    /// <summary>The server's own mailbox, for clients that list what there is.</summary>
    public Resource Own => new()
    {
        Name = $"inbox of {door.Persona}",
        Uri = InboxUri.Of(door.Persona),
        Description = ProtocolResourceTemplate.Description,
        MimeType = MediaType,
    };

    public override bool IsMatch(string uri) => InboxUri.TryParse(uri, out _);

    public override async ValueTask<ReadResourceResult> ReadAsync(
        RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken = default)
    {
        var uri = request.Params?.Uri;
        if (!InboxUri.TryParse(uri, out var persona) || !door.Office.Addresses.Knows(persona))
        {
            throw new McpProtocolException($"There is no mailbox '{Printable.Escape(uri)}'.", McpErrorCode.InvalidParams);
        }

        var answer = await InboxListing.OfAsync(door, persona, new InboxArguments { Limit = Limit }, cancellationToken);
        return new ReadResourceResult
        {
            Contents = [new TextResourceContents { Uri = uri, MimeType = MediaType, Text = JsonSerializer.Serialize(answer, ToolJson.Default.InboxAnswer) }],
        };
    }
}
