using Troupe.Core;

namespace Troupe.MailCli;

/// <summary>An agent's command line whose hooks can show mail to it.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Title">As people call it.</param>
/// <param name="PromptEvent">Its event before it takes up a prompt.</param>
/// <param name="ToolEvent">Its event after it has used a tool: one prompt may be work for an hour.</param>
/// <param name="SettingsFile">Where its hooks for one repository stand.</param>
/// <param name="SecondsInTimeout">How many of its units a second has.</param>
/// <param name="Gate">What its user has to do before it runs a hook that stands in a repository.</param>
public sealed record AgentHook(string Name, string Title, string PromptEvent, string ToolEvent, string SettingsFile, int SecondsInTimeout, string Gate)
{
    public static IReadOnlyList<AgentHook> All { get; } =
    [
        new("claude", "Claude Code", "UserPromptSubmit", "PostToolUse", ".claude/settings.json", 1,
            "runs the hooks of a folder that you trust: it asks when it starts there."),
        new("codex", "Codex", "UserPromptSubmit", "PostToolUse", ".codex/hooks.json", 1,
            "runs the hooks of a folder that you trust, and those only after you have looked at them, each time they have changed: type /hooks there once."),
        new("gemini", "Gemini CLI", "BeforeAgent", "AfterTool", ".gemini/settings.json", 1000,
            "runs the hooks of a folder that you trust: it asks when it starts there."),
    ];

    public IReadOnlyList<string> Events => [PromptEvent, ToolEvent];

    public static AgentHook Parse(string name) => All.FirstOrDefault(hook => hook.Name == name) ?? throw new TroupeException(
        ErrorCode.InvalidArgument,
        $"There are no hooks for '{Printable.Escape(name)}'{Suggestion.Hint(name, All.Select(hook => hook.Name))} Known are {string.Join(", ", All.Select(hook => hook.Name))}.");
}
