using System.Text;

namespace Troupe.Weaving;

/// <summary>With whom a patch collides: who it was, what was said of it, and whether another order would have helped. Pure.</summary>
internal static class CounterpartList
{
    private const int MaxShown = 8;
    private const int MaxWithIntent = 3;

    /// <param name="told">Of whom it has been said why, so that a report says it once; those told here are added.</param>
    public static void Append(StringBuilder text, Conflict conflict, HashSet<string> told)
    {
        var others = conflict.Counterparts;
        if (others.Count == 0)
        {
            return;
        }

        text.Append(
            !conflict.IsJoint ? "\nWhat you collide with:\n\n"
            : conflict.IsSmallestSet && others.Count > 1 ? "\nWith each of these alone it merges; with all of them it does not:\n\n"
            : "\nWith each of these alone it merges; with all of them it does not, and no two of them were found to be enough:\n\n");
        foreach (var (other, i) in others.Take(MaxShown).Select((other, i) => (other, i)))
        {
            AppendOne(text, other, i < MaxWithIntent, told);
        }

        if (others.Count > MaxShown)
        {
            text.Append($"- and {others.Count - MaxShown} more\n");
        }

        AppendOrder(text, others, conflict.IsJoint);
    }

    private static void AppendOne(StringBuilder text, Counterpart other, bool withIntent, HashSet<string> told)
    {
        var who = other.Persona is { } persona && persona.Value != other.Label ? $" ({persona})" : "";
        var where = other.PullRequest is { Length: > 0 } request ? $", pull request {ConflictReport.Inline(request)}" : "";
        text.Append($"- `{ConflictReport.Inline(other.Label)}`{who}{where}: {ConflictReport.Inline(other.Subject)}");
        var hasMore = withIntent && (other.Intent is not null || other.Journal is not null);
        if (hasMore && !told.Add(other.Label))
        {
            text.Append(" (more of it above)\n");
            return;
        }

        text.Append('\n');
        if (withIntent && other.Intent is { } intent)
        {
            text.Append("  Why, in its own words:\n");
            foreach (var line in intent.Split('\n').Where(line => line.Trim().Length > 0))
            {
                text.Append("  > ").Append(ConflictReport.Inline(line.TrimEnd())).Append('\n');
            }
        }

        if (withIntent && other.Journal is { } entry)
        {
            text.Append("  From its journal:\n  > ").Append(ConflictReport.Inline(entry)).Append('\n');
        }
    }

    private static void AppendOrder(StringBuilder text, IReadOnlyList<Counterpart> others, bool isJoint)
    {
        string[] fitting = [.. others.Where(other => other.FitsAfterwards == true).Select(other => other.Label).Take(MaxShown)];
        string[] colliding = [.. others.Where(other => other.FitsAfterwards == false).Select(other => other.Label).Take(MaxShown)];
        if (fitting.Length > 0)
        {
            // What fits in pairs need not fit all together, which is what makes a conflict a joint one.
            text.Append($"\nHad yours gone first, {ConflictReport.Listed(fitting)} would have fitted too")
                .Append(isJoint ? ", each alone; all of them in one order were not tried.\n" : ": that order works.\n");
        }

        if (colliding.Length > 0)
        {
            text.Append($"\nHad yours gone first, {ConflictReport.Listed(colliding)} would not have fitted: no order helps, only a change.\n");
        }
    }
}
