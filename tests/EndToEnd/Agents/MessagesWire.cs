using System.Text.Json.Nodes;

namespace Troupe.EndToEnd.Agents;

/// <summary>Anthropic's messages.</summary>
internal sealed class MessagesWire : IModelWire
{
    public string Path => "/v1/messages";

    public int Answers(JsonNode request) => request["messages"]!.AsArray()
        .SelectMany(message => message!["content"] as JsonArray ?? [])
        .Count(part => part!["type"]!.GetValue<string>() == "tool_result");

    public IEnumerable<(string? Name, JsonObject Data)> Answer(ModelStep step, int number)
    {
        yield return Event("message_start", new JsonObject
        {
            ["message"] = new JsonObject
            {
                ["id"] = $"msg_{number}", ["type"] = "message", ["role"] = "assistant", ["model"] = "stub", ["content"] = new JsonArray(),
                ["stop_reason"] = null, ["stop_sequence"] = null, ["usage"] = new JsonObject { ["input_tokens"] = 1, ["output_tokens"] = 1 },
            },
        });
        yield return Event("content_block_start", new JsonObject
        {
            ["index"] = 0,
            ["content_block"] = step.Tool is null
                ? new JsonObject { ["type"] = "text", ["text"] = "" }
                : new JsonObject { ["type"] = "tool_use", ["id"] = $"toolu_{number}", ["name"] = step.Tool, ["input"] = new JsonObject() },
        });
        yield return Event("content_block_delta", new JsonObject
        {
            ["index"] = 0,
            ["delta"] = step.Tool is null
                ? new JsonObject { ["type"] = "text_delta", ["text"] = ModelStep.Closing }
                : new JsonObject { ["type"] = "input_json_delta", ["partial_json"] = step.Input.ToJsonString() },
        });
        yield return Event("content_block_stop", new JsonObject { ["index"] = 0 });
        yield return Event("message_delta", new JsonObject
        {
            ["delta"] = new JsonObject { ["stop_reason"] = step.Tool is null ? "end_turn" : "tool_use", ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = 1 },
        });
        yield return Event("message_stop", []);
    }

    private static (string? Name, JsonObject Data) Event(string name, JsonObject data)
    {
        data["type"] = name;
        return (name, data);
    }
}
