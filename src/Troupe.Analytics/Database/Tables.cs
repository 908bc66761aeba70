using DuckDB.NET.Data;

namespace Troupe.Analytics;

/// <summary>Makes the tables that are fed, and the views through which queries see them.</summary>
internal static class Tables
{
    /// <summary>Where the tables are; queries may name nothing in it.</summary>
    public const string Schema = "fed";

    public static void Create(DuckDBConnection connection, IEnumerable<View> views)
    {
        Run(connection, $"CREATE SCHEMA {Schema}");
        foreach (var view in views)
        {
            Run(connection, view.Query is null ? Table(view) : "");
            Run(connection, $"CREATE VIEW {view.Name} AS {view.Query ?? Reading(view)}");
        }
    }

    public static void Run(DuckDBConnection connection, string sql)
    {
        if (sql.Length > 0)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static string Table(View view) =>
        $"CREATE TABLE {Schema}.{view.Name} ({string.Join(", ", view.Columns.Select(column => $"{column.Name} {column.Type.Stored()}"))})";

    private static string Reading(View view) =>
        $"SELECT {string.Join(", ", view.Columns.Select(column => column.Type.FromStored(column.Name)))} FROM {Schema}.{view.Name}";
}
