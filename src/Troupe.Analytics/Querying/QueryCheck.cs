using System.Text.Json;
using DuckDB.NET.Data;
using Troupe.Core;

namespace Troupe.Analytics;

/// <summary>
/// Lets only queries pass that read the views and nothing else, judged by the database's own parser: it gives the tree of a statement only
/// where that is a SELECT.
/// </summary>
internal sealed class QueryCheck
{
    private const int DeepestTree = 2000;

    /// <summary>Functions in FROM that make rows of what they are given.</summary>
    private static readonly HashSet<string> TableFunctions =
        new(["unnest", "range", "generate_series", "json_each", "json_tree", "repeat", "regexp_extract_all"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What a query may select from, besides functions.</summary>
    private static readonly HashSet<string> Sources = new(["SUBQUERY", "JOIN", "EXPRESSION_LIST", "EMPTY", "PIVOT", "CTE", "COLUMN_DATA"], StringComparer.Ordinal);

    /// <summary>What else has a type in the tree, and is no expression.</summary>
    private static readonly string[] Parts = ["_NODE", "_MODIFIER", "_TYPE_INFO", "ORDER_DEFAULT", "ASCENDING", "DESCENDING", "ORDER_ASCENDING", "ORDER_DESCENDING"];

    /// <summary>Beginnings of functions and relations that tell of the database, the process or the machine.</summary>
    private static readonly string[] Reserved =
        ["duckdb_", "pragma_", "pg_", "sqlite_", "read_", "parquet_", "json_execute", "json_serialize_plan", "write_log", "getenv", "current_setting", "which_secret", "information_schema"];

    private readonly HashSet<string> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _common = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>The views that the query reads, those included that other views are made of.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: it is no query, or it is more than one.</exception>
    public static IReadOnlySet<string> Require(DuckDBConnection connection, string sql)
    {
        var check = new QueryCheck();
        using var tree = Parse(connection, sql);
        var answer = tree.RootElement;
        if (answer.GetProperty("error").GetBoolean())
        {
            throw Refused(answer.GetProperty("error_type").GetString() == "not implemented"
                ? "Only one SELECT (or WITH … SELECT) can be asked: nothing here is ever written or configured."
                : $"The query cannot be read: {QueryError.InWords(answer.GetProperty("error_message").GetString()!)}");
        }

        var statements = answer.GetProperty("statements");
        if (statements.GetArrayLength() != 1)
        {
            throw Refused(statements.GetArrayLength() == 0 ? "The query is empty: write a SELECT." : "Ask one query at a time.");
        }

        check.FindCommonTables(statements[0]);
        check.Look(statements[0]);
        return check.Needed();
    }

    private static JsonDocument Parse(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT json_serialize_sql($1::VARCHAR)::VARCHAR";
        command.Parameters.Add(new DuckDBParameter(sql));
        try
        {
            return JsonDocument.Parse((string)command.ExecuteScalar()!, new JsonDocumentOptions { MaxDepth = DeepestTree });
        }
        catch (JsonException)
        {
            throw Refused("The query is nested too deeply.");
        }
        catch (DuckDBException failure)
        {
            throw Refused($"The query cannot be read: {QueryError.InWords(failure.Message)}");
        }
    }

    private void FindCommonTables(JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Object && part.TryGetProperty("cte_map", out var tables))
        {
            foreach (var table in tables.GetProperty("map").EnumerateArray())
            {
                var name = table.GetProperty("key").GetString()!;
                RefuseReserved(name, "a table of the query's own");
                _common.Add(name);
            }
        }

        foreach (var inner in Inner(part))
        {
            FindCommonTables(inner);
        }
    }

    private void Look(JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Object)
        {
            LookAtFunction(part);
            if (Text(part, "type") is { } type && !part.TryGetProperty("class", out _))
            {
                LookAtSource(part, type);
            }
        }

        foreach (var inner in Inner(part))
        {
            Look(inner);
        }
    }

    private void LookAtFunction(JsonElement part)
    {
        if (Text(part, "function_name") is { } name)
        {
            RefuseReserved(name, "a function that queries may use");
        }
    }

    private void LookAtSource(JsonElement source, string type)
    {
        switch (type)
        {
            case "BASE_TABLE":
                LookAtTable(source);
                break;
            case "TABLE_FUNCTION" when Text(source.GetProperty("function"), "function_name") is { } name && TableFunctions.Contains(name):
                break;
            case "TABLE_FUNCTION":
                throw Refused($"'{Printable.Escape(Text(source.GetProperty("function"), "function_name"))}' is no function that queries may select from: they read the views and nothing else.");
            case "SHOW_REF":
                throw Refused("DESCRIBE, SHOW and SUMMARIZE are no queries: 'troupe query --schema' tells what there is.");
            case var _ when Sources.Contains(type) || Array.Exists(Parts, part => type.EndsWith(part, StringComparison.Ordinal)):
                break;
            default:
                throw Refused($"This kind of source ({Printable.Escape(type)}) cannot be selected from.");
        }
    }

    private void LookAtTable(JsonElement table)
    {
        var name = Text(table, "table_name") ?? "";
        var isPlain = string.IsNullOrEmpty(Text(table, "schema_name")) && string.IsNullOrEmpty(Text(table, "catalog_name"));
        if (isPlain && Views.Find(name) is { } view)
        {
            _named.Add(view.Name);
        }
        else if (!isPlain || !_common.Contains(name))
        {
            throw Refused(
                $"There is no view '{Printable.Escape(isPlain ? name : $"{Text(table, "catalog_name")}.{Text(table, "schema_name")}.{name}".TrimStart('.'))}'"
                + $"{Suggestion.Hint(name, [.. Views.All.Select(one => one.Name)])} Queries read {string.Join(", ", Views.All.Select(one => one.Name))}.");
        }
    }

    private HashSet<string> Needed()
    {
        var needed = new HashSet<string>(_named, StringComparer.Ordinal);
        foreach (var source in _named.SelectMany(name => Views.Find(name)!.Sources))
        {
            needed.Add(source);
        }

        return needed;
    }

    private static void RefuseReserved(string name, string what)
    {
        if (Array.Exists(Reserved, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            throw Refused($"'{Printable.Escape(name)}' is not {what}.");
        }
    }

    private static string? Text(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<JsonElement> Inner(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().Select(member => member.Value),
        JsonValueKind.Array => part.EnumerateArray(),
        _ => [],
    };

    private static TroupeException Refused(string why) => new(ErrorCode.InvalidArgument, why);
}
