using System.Text.Json;
using Troupe.Core;
using Troupe.Shell;

namespace Troupe.Cli.Query;

/// <summary>The answer of a query, in the form that was asked for.</summary>
internal static class QueryAnswer
{
    private const int WidestCell = 100;

    public static void Write(Analytics.Query query, QueryWish wish, Terminal terminal, CancellationToken cancellationToken)
    {
        var rows = query.Rows(wish.Limit, cancellationToken);
        switch (wish.Form)
        {
            case AnswerForm.Json:
                terminal.JsonInParts((json, passOn) => WriteJson(query, rows, json, passOn));
                break;
            case AnswerForm.Csv:
                WriteCsv(query, rows, terminal);
                break;
            default:
                WriteTable(query, rows, terminal);
                break;
        }
    }

    private static void WriteJson(Analytics.Query query, IEnumerable<string?[]> rows, Utf8JsonWriter json, Action passOn)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteStartArray("columns");
        foreach (var column in query.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            for (var column = 0; column < row.Length; column++)
            {
                json.WritePropertyName(query.Columns[column].Name);
                CellText.Write(json, row[column]);
            }

            json.WriteEndObject();
            passOn();
        }

        json.WriteEndArray();
        json.WriteNumber("damaged", query.Damage.Count(damage => damage.LostRecords) + query.Unread.Count);
        json.WriteEndObject();
    }

    /// <summary>As RFC 4180 has it. A terminal gets no character that could move its cursor; a program gets each as it is.</summary>
    private static void WriteCsv(Analytics.Query query, IEnumerable<string?[]> rows, Terminal terminal)
    {
        terminal.Data(string.Join(',', query.Columns.Select(column => Field(column.Name))));
        foreach (var row in rows)
        {
            terminal.Data(string.Join(',', row.Select(cell => Field(CellText.Of(cell)))));
        }

        string Field(string text)
        {
            var shown = terminal.IsInteractive ? Printable.Escape(text) : text;
            return shown.AsSpan().ContainsAny("\",\r\n") ? $"\"{shown.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : shown;
        }
    }

    private static void WriteTable(Analytics.Query query, IEnumerable<string?[]> rows, Terminal terminal)
    {
        List<string[]> lines = [[.. query.Columns.Select(column => Cut(column.Name))]];
        lines.AddRange(rows.Select(row => row.Select(cell => Cut(CellText.Of(cell))).ToArray()));
        foreach (var line in TextTable.Lines(lines))
        {
            terminal.Data(line);
        }

        terminal.Say(Plural.Of(lines.Count - 1, "row"));
    }

    private static string Cut(string text)
    {
        var safe = Printable.Escape(TextCut.Start(text, WidestCell + 1));
        return safe.Length <= WidestCell ? safe : TextCut.Start(safe, WidestCell - 1) + "…";
    }
}
