namespace Troupe.Analytics;

/// <summary>A column, and how a row comes by its value.</summary>
internal sealed record ViewColumnOf<TRow>(string Name, ColumnType Type, string Description, Func<TRow, Cell> Value)
    : ViewColumn(Name, Type, Description);
