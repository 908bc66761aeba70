namespace Troupe.EndToEnd.Agents;

[Trait("Needs", "gemini")]
[Trait("Suite", "Slow")]
public sealed class HooksInGeminiTests : HooksInAgentTests
{
    internal override RealAgent Agent { get; } = new("gemini", new GenerateContentWire())
    {
        Shell = ("run_shell_command", "command"),
        Arguments = ["-p", "Do it.", "--approval-mode", "yolo", "--output-format", "stream-json", "--model", "gemini-2.5-flash"],
        Environment = model => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GEMINI_API_KEY"] = "none",
            ["GOOGLE_GEMINI_BASE_URL"] = model,
            ["GEMINI_CLI_TRUST_WORKSPACE"] = "true",
        },
        Configuration = (".gemini/settings.json", _ =>
            """
            {
              "security": { "auth": { "selectedType": "gemini-api-key" } },
              "telemetry": { "enabled": false },
              "privacy": { "usageStatisticsEnabled": false },
              "general": { "enableAutoUpdate": false, "enableAutoUpdateNotification": false }
            }
            """),
    };
}
