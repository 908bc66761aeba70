using System.Text;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>The part of a report that says where to start again and what to change in which file. Pure.</summary>
internal static class WhatToDo
{
    private const int MaxListed = 100;

    public static void Append(StringBuilder text, PatchResult result, CommitId? startFrom)
    {
        text.Append("\n## What to do\n\n");
        text.Append(result.Outcome == PatchOutcome.Conflicted ? Again(result, startFrom) : "Nobody can say whether your change fits before this is mended:").Append("\n\n");
        foreach (var conflict in result.Conflicts.Take(MaxListed))
        {
            text.Append($"- `{ConflictReport.Inline(conflict.Path)}` ({conflict.Kind.Name()}): {conflict.Recipe}\n");
        }

        if (result.Conflicts.Count > MaxListed)
        {
            text.Append($"- and {result.Conflicts.Count - MaxListed} more\n");
        }
    }

    private static string Again(PatchResult result, CommitId? startFrom)
    {
        var paths = result.Conflicts.Select(conflict => conflict.Path).Distinct(StringComparer.Ordinal).Count();
        var colliding = result.Conflicts.SelectMany(conflict => conflict.OtherPaths.Prepend(conflict.Path)).ToHashSet(StringComparer.Ordinal);
        List<string> folders = [.. result.Conflicts.Where(conflict => conflict.Kind == ConflictKind.FileDirectory).Select(conflict => conflict.Path + "/")];
        var free = result.Paths.Count(path =>
            !colliding.Contains(path) && !folders.Exists(folder => path.StartsWith(folder, StringComparison.Ordinal)));
        return (startFrom is { } commit ? $"Start again from `{commit}`, which holds what has landed, and make" : "Start again from what has landed, and make")
            + $" your change once more so that both intents survive. Only {Count(paths, "path collides", "paths collide")};"
            + (free == 0 ? " nothing else is in the way."
                : free == 1 ? " your other path merges as it is."
                : $" your other {free} paths merge as they are.");
    }

    private static string Count(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
