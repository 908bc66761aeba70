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
            if (view.Query is null)
            {
                Run(connection, $"CREATE TABLE {Schema}.{view.Name} ({Definitions(view.Columns)})");
            }

            Run(connection, $"CREATE VIEW {view.Name} AS {view.Query ?? Reading(view)}");
        }
    }

    /// <summary>Leaves out of the empty table of a view the columns that nobody reads. The view keeps them, as nulls of their types.</summary>
    public static void Narrow(DuckDBConnection connection, View view, ScannedColumns scanned)
    {
        var kept = Kept(view, view.Columns, scanned);
        if (kept.Count < view.Columns.Count)
        {
            Run(connection, $"CREATE OR REPLACE TABLE {Schema}.{view.Name} ({Definitions(kept)})");
            var reading = view.Columns.Select(column => kept.Contains(column) ? column.Type.FromStored(column.Name) : $"NULL::{column.Type.Sql()} AS {column.Name}");
            Run(connection, $"CREATE OR REPLACE VIEW {view.Name} AS SELECT {string.Join(", ", reading)} FROM {Schema}.{view.Name}");
        }
    }

    /// <summary>The columns of a narrowed table, in their order. A table has at least one.</summary>
    public static IReadOnlyList<TColumn> Kept<TColumn>(View view, IReadOnlyList<TColumn> columns, ScannedColumns scanned)
        where TColumn : ViewColumn => [.. columns.Where(column => scanned.Reads(view, column.Name)).DefaultIfEmpty(columns[0])];

    public static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Definitions(IEnumerable<ViewColumn> columns) => string.Join(", ", columns.Select(column => $"{column.Name} {column.Type.Stored()}"));

    private static string Reading(View view) =>
        $"SELECT {string.Join(", ", view.Columns.Select(column => column.Type.FromStored(column.Name)))} FROM {Schema}.{view.Name}";
}
