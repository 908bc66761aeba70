using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Demo;

/// <summary>The demo's JSON: that of any sprint, and what only a demo can tell.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<DemoCommit>))]
[JsonSerializable(typeof(IReadOnlyList<DemoLetter>))]
public sealed partial class DemoJson : JsonSerializerContext
{
    public static JsonObject Write(DemoOutcome outcome)
    {
        var json = JsonSerializer.SerializeToNode(outcome.Sprint, SprintReportJson.Default.SprintReport)!.AsObject();
        json["commits"] = JsonSerializer.SerializeToNode(outcome.Commits, Default.IReadOnlyListDemoCommit);
        json["letters"] = JsonSerializer.SerializeToNode(outcome.Mail, Default.IReadOnlyListDemoLetter);
        if (outcome.Repository is { } repository)
        {
            json["repository"] = repository;
        }

        return json;
    }
}
