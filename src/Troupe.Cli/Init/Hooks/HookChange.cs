namespace Troupe.Cli.Init;

/// <summary>What became of one hook.</summary>
/// <param name="Hook">claude, codex, gemini or git.</param>
/// <param name="File">The full path of the file that has it.</param>
/// <param name="Change">written, kept, removed or absent.</param>
internal sealed record HookChange(string Hook, string File, string Change);
