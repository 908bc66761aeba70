using System.Text;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// What became of one patch, for its author: enough to act on without opening the repository. Markdown; everything from
/// outside is escaped or fenced. The most important comes first, and there is an end to it however much collides. Pure.
/// </summary>
public static class ConflictReport
{
    // Beyond either of these a conflict has only its line in the list.
    private const int MaxSections = 20;
    private const int MaxLength = 60_000;
    private const int MaxRivals = 12;

    /// <param name="result">Of any outcome.</param>
    /// <param name="startFrom">Where to start again: the commit that the others landed in, or the tip; null: it is not said.</param>
    /// <param name="isPlan">Whether nothing has landed yet, so that a patch that fits would land and has not.</param>
    public static string Of(PatchResult result, CommitId? startFrom = null, bool isPlan = false)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Inline(result.Patch.Label)).Append(": ").Append(Headline(result, isPlan)).Append('\n');
        if (result.Subject.Length > 0)
        {
            text.Append("\n> ").Append(Inline(result.Subject)).Append('\n');
        }

        AddParagraph(text, result.Reason);
        AddParagraph(text, result.Remark);
        if (result.Conflicts.Count > 0)
        {
            WhatToDo.Append(text, result, startFrom);
        }

        if (result.Rivals.Count > 0)
        {
            text.Append($"\nIt also collides with {Rivals(result.Rivals)}, which did not land either. Only one of you should redo this place at a time.\n");
        }

        AddSections(text, result.Conflicts);
        return text.ToString();
    }

    internal static string Inline(string text) => Printable.Escape(text).Replace("`", "'", StringComparison.Ordinal);

    internal static string Listed(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => $"`{Inline(names[0])}`",
        _ => $"{string.Join(", ", names.SkipLast(1).Select(name => $"`{Inline(name)}`"))} and `{Inline(names[^1])}`",
    };

    private static string Rivals(IReadOnlyList<string> names) => names.Count <= MaxRivals
        ? Listed(names)
        : $"{string.Join(", ", names.Take(MaxRivals).Select(name => $"`{Inline(name)}`"))} and {names.Count - MaxRivals} more";

    private static string Headline(PatchResult result, bool isPlan) => result.Outcome switch
    {
        PatchOutcome.Landed => isPlan ? "would land" : "landed",
        PatchOutcome.Conflicted => result.IsJoint ? "collides with others together" : "does not merge",
        PatchOutcome.Rejected => "fits, but the tree is red (did not land)",
        PatchOutcome.Redundant => "nothing left to land",
        PatchOutcome.Malformed => "cannot be used",
        PatchOutcome.Stale => "does not fit its own base",
        PatchOutcome.Held => "waits for a human",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.Outcome, null),
    };

    private static void AddSections(StringBuilder text, IReadOnlyList<Conflict> conflicts)
    {
        var shown = 0;
        HashSet<string> told = new(StringComparer.Ordinal);
        for (; shown < conflicts.Count && shown < MaxSections && text.Length < MaxLength; shown++)
        {
            ConflictSection.Append(text, conflicts[shown], told);
        }

        if (shown < conflicts.Count)
        {
            var more = conflicts.Count - shown;
            text.Append($"\nThe lines of {more} more {(more == 1 ? "conflict are" : "conflicts are")} not shown here: begin with those above.\n");
        }
    }

    private static void AddParagraph(StringBuilder text, string? paragraph)
    {
        if (paragraph is { Length: > 0 })
        {
            text.Append('\n').Append(Inline(paragraph)).Append('\n');
        }
    }
}
