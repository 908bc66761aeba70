using System.Text.Json.Nodes;

namespace Troupe.EndToEnd.Agents;

/// <summary>What the model does next: it uses a tool, or says something and is done.</summary>
internal sealed record ModelStep(string? Tool, JsonObject Input)
{
    public const string Closing = "All done.";

    public static ModelStep Done { get; } = new(null, []);
}
