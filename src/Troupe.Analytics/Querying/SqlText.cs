namespace Troupe.Analytics;

/// <summary>Pieces of SQL that are put together with what others wrote.</summary>
internal static class SqlText
{
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A query, as it was written, as something to select from: its semicolons and comments stay its own.</summary>
    public static string Source(string query, IEnumerable<string> columns) => $"query({Literal(query)}) AS answer({string.Join(", ", columns.Select(Name))})";
}
