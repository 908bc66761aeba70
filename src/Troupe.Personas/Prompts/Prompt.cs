namespace Troupe.Personas;

/// <summary>A rendered prompt.</summary>
/// <param name="Text">Markdown, ends in one line break.</param>
/// <param name="ShownMail">Ids of the messages that stand in it whole; a message that was cut is not shown yet.</param>
public sealed record Prompt(string Text, IReadOnlyList<string> ShownMail);
