using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Troupe.Core;

namespace Troupe.Server.Mcp.Tools;

/// <summary>
/// One tool: typed arguments in, a typed answer out, both with a schema. What the caller did wrong, or the machine does not
/// allow, is an answer that is marked as an error and says what to do; only defects are errors of the protocol.
/// </summary>
/// <param name="name">As clients call it.</param>
/// <param name="description">What it does, for the model that decides whether to call it.</param>
/// <param name="effect">What a call changes.</param>
internal abstract class MailTool<TArguments, TAnswer>(string name, string description, ToolEffect effect) : McpServerTool
    where TArguments : class
    where TAnswer : class
{
    public override Tool ProtocolTool => field ??= new Tool
    {
        Name = name,
        Description = description,
        InputSchema = ToolSchema.OfArguments(ArgumentsType),
        OutputSchema = ToolSchema.OfAnswer(AnswerType),
        Annotations = new ToolAnnotations
        {
            ReadOnlyHint = effect is ToolEffect.ReadsOnly,
            DestructiveHint = false,
            IdempotentHint = effect is not ToolEffect.Adds,
            OpenWorldHint = false,
        },
    };

    public override IReadOnlyList<object> Metadata => [];

    private static JsonTypeInfo<TArguments> ArgumentsType => (JsonTypeInfo<TArguments>)ToolJson.Default.GetTypeInfo(typeof(TArguments))!;

    private static JsonTypeInfo<TAnswer> AnswerType => (JsonTypeInfo<TAnswer>)ToolJson.Default.GetTypeInfo(typeof(TAnswer))!;

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            var answer = await RunAsync(Read(request.Params?.Arguments), cancellationToken);
            return new CallToolResult
            {
                // The same as text, for clients that do not know structured answers.
                Content = [new TextContentBlock { Text = JsonSerializer.Serialize(answer, AnswerType) }],
                StructuredContent = JsonSerializer.SerializeToElement(answer, AnswerType),
            };
        }
        catch (TroupeException failure)
        {
            return Refused(failure.Message);
        }
        catch (JsonException wrong)
        {
            return Refused($"The arguments of '{name}' cannot be read: {wrong.Message}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refused($"A file or folder cannot be used: {Printable.Escape(failure.Message)}");
        }
    }

    protected abstract Task<TAnswer> RunAsync(TArguments arguments, CancellationToken cancellationToken);

    private static TArguments Read(IDictionary<string, JsonElement>? given)
    {
        var members = new JsonObject();
        foreach (var (member, value) in given ?? new Dictionary<string, JsonElement>())
        {
            members.Add(member, JsonNode.Parse(value.GetRawText()));
        }

        return members.Deserialize(ArgumentsType)!;
    }

    private static CallToolResult Refused(string message) => new() { IsError = true, Content = [new TextContentBlock { Text = message }] };
}
