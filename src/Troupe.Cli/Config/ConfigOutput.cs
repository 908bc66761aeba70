using System.Text.Json.Nodes;
using Troupe.Core;

namespace Troupe.Cli.Config;

/// <summary>What <c>config show --json</c> prints.</summary>
internal sealed record ConfigOutput(int SchemaVersion, IReadOnlyList<ConfigOutput.Setting> Settings)
{
    public static ConfigOutput Of(IEnumerable<SettingValue> values) =>
        new(1, [.. values.Select(value => new Setting(
            value.Key,
            SettingJson.Of(value.Value),
            value.Value,
            value.Origin.ToString(),
            value.Origin.File,
            value.Origin.IsDefault ? null : value.Origin.Line))]);

    /// <param name="Value">As JSON has it; null: the default is no fixed value, and the notation says it in words.</param>
    /// <param name="Notation">In the notation of the file.</param>
    /// <param name="Origin"><c>default</c>, or file and line.</param>
    internal sealed record Setting(string Key, JsonNode? Value, string Notation, string Origin, string? File, int? Line);
}
