using System.Text.Json.Nodes;

namespace Troupe.EndToEnd.Agents;

/// <summary>One of the protocols in which agents talk to a model, as far as they need it here.</summary>
internal interface IModelWire
{
    /// <summary>How a path ends that asks the model for its next step.</summary>
    string Path { get; }

    /// <summary>How many answers of tools a request holds.</summary>
    int Answers(JsonNode request);

    /// <summary>The events of the answer: name (null: none) and data.</summary>
    IEnumerable<(string? Name, JsonObject Data)> Answer(ModelStep step, int number);
}
