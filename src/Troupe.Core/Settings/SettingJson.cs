using System.Text.Json.Nodes;

namespace Troupe.Core;

/// <summary>Values of settings as JSON has them: numbers, booleans, arrays and objects as themselves.</summary>
public static class SettingJson
{
    /// <param name="notation">A value in the notation of <c>troupe.toml</c>.</param>
    /// <returns>Null: it is no value but says in words what holds.</returns>
    public static JsonNode? Of(string notation)
    {
        var problems = new SettingsProblems("value");
        var table = SettingsTree.Parse($"value = {notation}", problems);
        return problems.Any ? null : Node(table.Members["value"]);
    }

    private static JsonNode? Node(SettingNode node) => node switch
    {
        SettingNode.Text text => JsonValue.Create(text.Value),
        SettingNode.Number number => JsonValue.Create(number.Value),
        SettingNode.Flag flag => JsonValue.Create(flag.Value),
        SettingNode.Sequence sequence => new JsonArray([.. sequence.Items.Select(Node)]),
        SettingNode.Table table => new JsonObject(table.Members.Select(member => KeyValuePair.Create(member.Key, Node(member.Value)))),
        _ => throw new InvalidOperationException($"No setting is {node.KindName}."),
    };
}
