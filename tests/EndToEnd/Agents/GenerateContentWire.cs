using System.Text.Json.Nodes;

namespace Troupe.EndToEnd.Agents;

/// <summary>Gemini's streamed contents: the whole answer is one event without a name.</summary>
internal sealed class GenerateContentWire : IModelWire
{
    public string Path => ":streamGenerateContent";

    public int Answers(JsonNode request) => request["contents"]!.AsArray()
        .SelectMany(content => content!["parts"] as JsonArray ?? [])
        .Count(part => part!["functionResponse"] is not null);

    public IEnumerable<(string? Name, JsonObject Data)> Answer(ModelStep step, int number)
    {
        var part = step.Tool is null
            ? new JsonObject { ["text"] = ModelStep.Closing }
            : new JsonObject { ["functionCall"] = new JsonObject { ["name"] = step.Tool, ["args"] = step.Input.DeepClone(), ["id"] = $"call_{number}" } };
        yield return (null, new JsonObject
        {
            ["candidates"] = new JsonArray(new JsonObject
            {
                ["index"] = 0, ["finishReason"] = "STOP", ["content"] = new JsonObject { ["role"] = "model", ["parts"] = new JsonArray(part) },
            }),
            ["usageMetadata"] = new JsonObject { ["promptTokenCount"] = 1, ["candidatesTokenCount"] = 1, ["totalTokenCount"] = 2 },
        });
    }
}
