namespace Troupe.Analytics;

/// <summary>Something that queries can select from.</summary>
/// <param name="Description">What one row is, in a sentence.</param>
public record View(string Name, string Description, IReadOnlyList<ViewColumn> Columns)
{
    /// <summary>The view as a query over other ones; null: it is fed row by row.</summary>
    public string? Query { get; init; }

    /// <summary>The views that <see cref="Query"/> reads.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
