using System.Text;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// What became of one patch, for its author: enough to act on without opening the repository. Markdown; everything from
/// outside is escaped or fenced. Pure.
/// </summary>
public static class ConflictReport
{
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
        foreach (var conflict in result.Conflicts)
        {
            ConflictSection.Append(text, conflict);
        }

        if (result.Rivals.Count > 0)
        {
            AddParagraph(text, $"It also collides with {Listed(result.Rivals)}, which did not land either. Only one of you should redo this place at a time.");
        }

        if (result.Outcome == PatchOutcome.Conflicted)
        {
            AddWhatToDo(text, result, startFrom);
        }

        return text.ToString();
    }

    internal static string Inline(string text) => Printable.Escape(text).Replace("`", "'", StringComparison.Ordinal);

    internal static string Listed(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => $"`{Inline(names[0])}`",
        _ => $"{string.Join(", ", names.SkipLast(1).Select(name => $"`{Inline(name)}`"))} and `{Inline(names[^1])}`",
    };

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

    private static void AddWhatToDo(StringBuilder text, PatchResult result, CommitId? startFrom)
    {
        text.Append("\n## What to do\n\n");
        var paths = result.Conflicts.Select(conflict => conflict.Path).Distinct(StringComparer.Ordinal).ToList();
        text.Append(startFrom is { } commit
            ? $"Start again from `{commit}`, which holds what has landed, and make"
            : "Start again from what has landed, and make");
        text.Append($" your change once more so that both intents survive. Only {Listed(paths)} {(paths.Count == 1 ? "collides" : "collide")};");
        var free = result.Paths.Except(result.Conflicts.SelectMany(conflict => conflict.OtherPaths.Prepend(conflict.Path)), StringComparer.Ordinal).Count();
        text.Append(free > 0
            ? $" your other {free} {(free == 1 ? "path merges" : "paths merge")} as {(free == 1 ? "it is" : "they are")}.\n"
            : " nothing else is in the way.\n");
    }

    private static void AddParagraph(StringBuilder text, string? paragraph)
    {
        if (paragraph is { Length: > 0 })
        {
            text.Append('\n').Append(Inline(paragraph)).Append('\n');
        }
    }
}
