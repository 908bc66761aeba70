using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Troupe.Server.Mcp.Tools;

/// <summary>The JSON schema of a tool's arguments or answer, made from the very type that is read or written: the two cannot differ.</summary>
internal static class ToolSchema
{
    private static readonly JsonSchemaExporterOptions Arguments = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    private static readonly JsonSchemaExporterOptions Answer = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => Promise(context, Describe(context, node)),
    };

    public static JsonElement OfArguments(JsonTypeInfo type) => Export(type, Arguments);

    public static JsonElement OfAnswer(JsonTypeInfo type) => Export(type, Answer);

    private static JsonElement Export(JsonTypeInfo type, JsonSchemaExporterOptions options) =>
        JsonSerializer.SerializeToElement(type.GetJsonSchemaAsNode(options), ToolJson.Default.JsonNode);

    /// <summary>What cannot be null is always there, and later versions may add members.</summary>
    private static JsonNode Promise(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is JsonObject schema && schema.ContainsKey("properties"))
        {
            var certain = context.TypeInfo.Properties.Where(property => property is { IsGetNullable: false, Get: not null });
            schema["required"] = new JsonArray([.. certain.Select(property => (JsonNode)property.Name)]);
            schema.Remove("additionalProperties");
        }

        return node;
    }

    /// <summary>What may be null is never written as null but left out; several clients do not understand a list of types.</summary>
    private static void NameOneType(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.Select(type => (string?)type).Single(type => type != "null");
        }
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        NameOneType(schema);
        if (context.PropertyInfo?.AttributeProvider is not { } member)
        {
            return node;
        }

        foreach (var attribute in member.GetCustomAttributes(inherit: false))
        {
            switch (attribute)
            {
                case DescriptionAttribute { Description: var text }:
                    schema.Insert(0, "description", text);
                    break;
                case AllowedValuesAttribute { Values: var words }:
                    schema["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create((string?)word))]);
                    break;
            }
        }

        return node;
    }
}
