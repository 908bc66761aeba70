using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>The conflicts of a patch in one sentence. Pure.</summary>
internal static class ConflictSentence
{
    private const int MaxShown = 3;

    public static string Of(IReadOnlyList<Conflict> conflicts)
    {
        var places = conflicts.Take(MaxShown).Select(conflict => $"{conflict.Kind.Name()} in {Printable.Escape(conflict.Path)}");
        var more = conflicts.Count > MaxShown ? $" and {conflicts.Count - MaxShown} more" : "";
        return $"It does not merge with {Counterparts(conflicts)}: {string.Join(", ", places)}{more}.";
    }

    private static string Counterparts(IReadOnlyList<Conflict> conflicts)
    {
        var labels = conflicts.SelectMany(conflict => conflict.Counterparts).Select(counterpart => Printable.Escape(counterpart.Name)).Distinct(StringComparer.Ordinal).ToList();
        return labels.Count == 0 ? "the tip" : string.Join(", ", labels);
    }
}
