using System.Text.Json.Nodes;

namespace Troupe.EndToEnd.Agents;

/// <summary>OpenAI's responses.</summary>
internal sealed class ResponsesWire : IModelWire
{
    public string Path => "/v1/responses";

    public int Answers(JsonNode request) =>
        request["input"]!.AsArray().Count(item => item!["type"]?.GetValue<string>().EndsWith("_call_output", StringComparison.Ordinal) == true);

    public IEnumerable<(string? Name, JsonObject Data)> Answer(ModelStep step, int number)
    {
        yield return Event("response.created", new JsonObject { ["response"] = Response(number) });
        yield return Event("response.output_item.done", new JsonObject
        {
            ["output_index"] = 0,
            ["item"] = step.Tool is null
                ? new JsonObject
                {
                    ["type"] = "message", ["id"] = $"item_{number}", ["role"] = "assistant",
                    ["content"] = new JsonArray(new JsonObject { ["type"] = "output_text", ["text"] = ModelStep.Closing }),
                }
                : new JsonObject
                {
                    ["type"] = "function_call", ["id"] = $"item_{number}", ["call_id"] = $"call_{number}",
                    ["name"] = step.Tool, ["arguments"] = step.Input.ToJsonString(),
                },
        });
        var whole = Response(number);
        whole["usage"] = new JsonObject { ["input_tokens"] = 1, ["output_tokens"] = 1, ["total_tokens"] = 2 };
        yield return Event("response.completed", new JsonObject { ["response"] = whole });
    }

    private static JsonObject Response(int number) => new() { ["id"] = $"resp_{number}", ["object"] = "response", ["output"] = new JsonArray() };

    private static (string? Name, JsonObject Data) Event(string name, JsonObject data)
    {
        data["type"] = name;
        return (name, data);
    }
}
