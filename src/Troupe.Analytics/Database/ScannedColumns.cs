using System.Text.Json;
using DuckDB.NET.Data;

namespace Troupe.Analytics;

/// <summary>
/// The columns of the fed tables that a query reads, as the database's own plan has them: only those need be fed. The plan is made
/// over empty tables, from which its optimizers would conclude that nothing need be read: only the one that drops columns is on.
/// </summary>
internal sealed class ScannedColumns
{
    private const string Optimizers = "SELECT string_agg(name, ',') FROM duckdb_optimizers() WHERE name <> 'unused_columns'";

    private readonly Dictionary<string, HashSet<string>> _byTable = new(StringComparer.Ordinal);

    public static ScannedColumns Of(DuckDBConnection connection, string query)
    {
        Tables.Run(connection, $"SET disabled_optimizers = {SqlText.Literal((string)Ask(connection, Optimizers, column: 0))}");
        using var plan = JsonDocument.Parse((string)Ask(connection, $"EXPLAIN (FORMAT json) SELECT * FROM query({SqlText.Literal(query)})", column: 1));
        Tables.Run(connection, "RESET disabled_optimizers");
        var scanned = new ScannedColumns();
        scanned.Look(plan.RootElement);
        return scanned;
    }

    /// <summary>Whether rows of the view are read, be it only to count them.</summary>
    public bool Reads(View view) => _byTable.ContainsKey(view.Name);

    public bool Reads(View view, string column) => _byTable.TryGetValue(view.Name, out var columns) && columns.Contains(column);

    private static object Ask(DuckDBConnection connection, string sql, int column)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.GetString(column);
    }

    private void Look(JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Array)
        {
            part.EnumerateArray().ToList().ForEach(Look);
        }
        else if (part.ValueKind == JsonValueKind.Object)
        {
            if (part.TryGetProperty("Table", out var table))
            {
                Take(table.GetString()!, part);
            }

            part.EnumerateObject().ToList().ForEach(member => Look(member.Value));
        }
    }

    private void Take(string table, JsonElement scan)
    {
        var name = table[(table.LastIndexOf('.') + 1)..];
        if (!_byTable.TryGetValue(name, out var columns))
        {
            _byTable.Add(name, columns = new HashSet<string>(StringComparer.Ordinal));
        }

        // Of many columns a list, of one its name, of none an empty text.
        var projections = scan.GetProperty("Projections");
        columns.UnionWith(projections.ValueKind == JsonValueKind.Array
            ? projections.EnumerateArray().Select(column => column.GetString()!)
            : [projections.GetString()!]);
    }
}
