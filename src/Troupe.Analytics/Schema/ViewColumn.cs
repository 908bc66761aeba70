namespace Troupe.Analytics;

/// <summary>A column that queries see.</summary>
/// <param name="Description">What it holds, in a sentence.</param>
public record ViewColumn(string Name, ColumnType Type, string Description);
