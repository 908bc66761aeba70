namespace Troupe.MailCli;

/// <summary>What Claude Code, Codex and Gemini CLI read from a hook that adds to a prompt. The format is theirs, so it has no version of ours.</summary>
internal sealed record HookOutput(HookOutput.Addition HookSpecificOutput)
{
    internal sealed record Addition(string HookEventName, string AdditionalContext);
}
