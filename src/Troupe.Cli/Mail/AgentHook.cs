using Troupe.Core;

namespace Troupe.Cli.Mail;

/// <summary>An agent's command line whose hooks can show mail to it.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Title">As people call it.</param>
/// <param name="Event">Its event before it takes up a prompt.</param>
/// <param name="SettingsFile">Where its hooks for one repository stand.</param>
/// <param name="SecondsInTimeout">How many of its units a second has.</param>
internal sealed record AgentHook(string Name, string Title, string Event, string SettingsFile, int SecondsInTimeout)
{
    public static IReadOnlyList<AgentHook> All { get; } =
    [
        new("claude", "Claude Code", "UserPromptSubmit", ".claude/settings.json", 1),
        new("codex", "Codex", "UserPromptSubmit", ".codex/hooks.json", 1),
        new("gemini", "Gemini CLI", "BeforeAgent", ".gemini/settings.json", 1000),
    ];

    public static AgentHook Parse(string name) => All.FirstOrDefault(hook => hook.Name == name) ?? throw new TroupeException(
        ErrorCode.InvalidArgument,
        $"There are no hooks for '{Printable.Escape(name)}'{Suggestion.Hint(name, All.Select(hook => hook.Name))} Known are {string.Join(", ", All.Select(hook => hook.Name))}.");
}
