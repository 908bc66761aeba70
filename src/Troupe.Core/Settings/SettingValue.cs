namespace Troupe.Core;

/// <summary>One setting as it stands.</summary>
/// <param name="Key">The full key, such as <c>sprint.max_attempts</c> or <c>agent.claude.command</c>.</param>
/// <param name="Value">The value in the notation of <c>troupe.toml</c>.</param>
public sealed record SettingValue(string Key, string Value, SettingOrigin Origin);
