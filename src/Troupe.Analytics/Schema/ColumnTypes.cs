namespace Troupe.Analytics;

/// <summary>Column types in the words of SQL.</summary>
public static class ColumnTypes
{
    /// <summary>The type that a query sees.</summary>
    public static string Sql(this ColumnType type) => type switch
    {
        ColumnType.Text => "VARCHAR",
        ColumnType.Integer => "BIGINT",
        ColumnType.Boolean => "BOOLEAN",
        ColumnType.Timestamp => "TIMESTAMP",
        ColumnType.Texts => "VARCHAR[]",
        ColumnType.Json => "JSON",
        _ => throw new InvalidOperationException($"{type} has no SQL type."),
    };

    /// <summary>The type that is stored: lists and JSON are fed as text, since only plain values pass the border without reflection.</summary>
    internal static string Stored(this ColumnType type) => type is ColumnType.Texts or ColumnType.Json ? "VARCHAR" : type.Sql();

    /// <summary>What makes the one of the other.</summary>
    internal static string FromStored(this ColumnType type, string column) => type switch
    {
        ColumnType.Texts => $"from_json({column}, '[\"VARCHAR\"]') AS {column}",
        ColumnType.Json => $"{column}::JSON AS {column}",
        _ => column,
    };
}
