namespace Troupe.Analytics;

/// <summary>A view that is fed row by row. Its columns are the one definition of the table, of what goes into it, and of the reference.</summary>
internal sealed record ViewOf<TRow>(string Name, string Description, IReadOnlyList<ViewColumnOf<TRow>> Fed) : View(Name, Description, Fed);
