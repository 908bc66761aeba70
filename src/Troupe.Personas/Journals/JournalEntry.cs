namespace Troupe.Personas;

/// <summary>One page of a persona's journal.</summary>
/// <param name="Name">The file's name, <c>YYYY-MM-DD-HHMM-Title.md</c>.</param>
public sealed record JournalEntry(string Name, string Text);
