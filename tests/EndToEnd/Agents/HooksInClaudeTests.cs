namespace Troupe.EndToEnd.Agents;

[Trait("Needs", "claude")]
[Trait("Suite", "Slow")]
public sealed class HooksInClaudeTests : HooksInAgentTests
{
    internal override RealAgent Agent { get; } = new("claude", new MessagesWire())
    {
        Shell = ("Bash", "command"),
        Arguments = ["-p", "Do it.", "--output-format", "stream-json", "--verbose", "--dangerously-skip-permissions", "--model", "stub"],
        Environment = model => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ANTHROPIC_BASE_URL"] = model,
            ["ANTHROPIC_API_KEY"] = "none",
            ["CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"] = "1",
            ["DISABLE_AUTOUPDATER"] = "1",

            // Without it, it does not work for root, as in a container.
            ["IS_SANDBOX"] = "1",
        },
    };
}
