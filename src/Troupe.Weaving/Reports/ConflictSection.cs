using System.Text;

namespace Troupe.Weaving;

/// <summary>One conflict in a report: what it is, with whom, and the colliding lines of all three sides. Pure.</summary>
internal static class ConflictSection
{
    /// <param name="told">The counterparts of which the report has said why they did what they did; those of this section are added.</param>
    public static void Append(StringBuilder text, Conflict conflict, HashSet<string> told)
    {
        text.Append("\n## `").Append(ConflictReport.Inline(conflict.Path)).Append("`: ").Append(conflict.Kind.Name()).Append("\n\n");
        text.Append(ConflictAdvice.Of(conflict)).Append('\n');
        CounterpartList.Append(text, conflict, told);
        AppendHotFile(text, conflict.Hot);
        foreach (var hunk in conflict.Hunks)
        {
            HunkSection.Append(text, conflict, hunk);
        }

        if (conflict.HunksAreCut)
        {
            text.Append(conflict.Hunks.Count > 0
                ? "\nThere is more than is shown here.\n"
                : "\nIts lines are not shown: the file is too large, or too many collide in this weave. Compare your file with the landed one.\n");
        }
    }

    private static void AppendHotFile(StringBuilder text, SharedFile? hot)
    {
        if (hot is not null)
        {
            text.Append($"\nThis is a hot file: {hot.Patches} patches of this weave change it, and {hot.Conflicts} ")
                .Append(hot.Conflicts == 1 ? "does" : "do").Append($" not fit because of it. It is shared by {ConflictReport.Listed(hot.SharedBy)}.\n");
        }
    }
}
