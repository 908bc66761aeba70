namespace Troupe.EndToEnd.Agents;

[Trait("Needs", "codex")]
[Trait("Suite", "Slow")]
public sealed class HooksInCodexTests : HooksInAgentTests
{
    internal override RealAgent Agent { get; } = new("codex", new ResponsesWire())
    {
        Shell = ("exec_command", "cmd"),
        Arguments =
        [
            "exec", "--json", "-m", "stub", "--dangerously-bypass-approvals-and-sandbox",

            // Nobody is there who could trust the folder, and look at the hooks.
            "--trust", "--dangerously-bypass-hook-trust", "Do it.",
        ],
        Environment = _ => new Dictionary<string, string>(StringComparer.Ordinal) { ["STUB_KEY"] = "none" },
        Configuration = (".codex/config.toml", model =>
            $"""
            model_provider = "stub"
            check_for_update_on_startup = false
            [model_providers.stub]
            name = "stub"
            base_url = "{model}/v1"
            env_key = "STUB_KEY"
            wire_api = "responses"
            supports_websockets = false
            """),
    };
}
