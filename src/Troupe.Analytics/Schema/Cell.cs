using System.Text.Json;

namespace Troupe.Analytics;

/// <summary>One value on its way into a table. Null is null.</summary>
internal readonly record struct Cell
{
    private Cell(ColumnType type, string? text, long? number) => (Type, Text, Number) = (type, text, number);

    public ColumnType Type { get; }

    /// <summary>A text, or JSON.</summary>
    public string? Text { get; }

    /// <summary>A number, a truth (0 or 1), or a moment in ticks of UTC.</summary>
    public long? Number { get; }

    public static implicit operator Cell(string? text) => new(ColumnType.Text, text, null);

    public static implicit operator Cell(long? number) => new(ColumnType.Integer, null, number);

    public static implicit operator Cell(long number) => new(ColumnType.Integer, null, number);

    public static implicit operator Cell(bool truth) => new(ColumnType.Boolean, null, truth ? 1 : 0);

    public static implicit operator Cell(DateTimeOffset moment) => new(ColumnType.Timestamp, null, moment.UtcTicks);

    public static implicit operator Cell(DateTimeOffset? moment) => new(ColumnType.Timestamp, null, moment?.UtcTicks);

    public static Cell Json(string? json) => new(ColumnType.Json, json, null);

    public static Cell Texts<T>(IReadOnlyCollection<T> texts) => new(
        ColumnType.Texts,
        texts.Count == 0 ? "[]" : JsonSerializer.Serialize([.. texts.Select(text => $"{text}")], CellJson.Default.StringArray),
        null);
}
