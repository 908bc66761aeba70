using System.Text.Json;
using System.Text.Json.Nodes;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>A report for programs: the same object as an entry of a weave's outcomes, with where to start again.</summary>
public static class ReportOutput
{
    /// <param name="startFrom">Null: it is not said.</param>
    public static JsonObject Of(PatchResult result, CommitId? startFrom) => Of(PatchOutput.Of(result, startFrom));

    public static JsonObject Of(PatchOutput output)
    {
        var json = new JsonObject { ["schemaVersion"] = 1 };
        foreach (var (name, value) in Fields(output))
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    public static JsonObject Fields(PatchOutput output) => JsonSerializer.SerializeToNode(output, ReportOutputJson.Default.PatchOutput)!.AsObject();
}
