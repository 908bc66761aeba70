using System.Text;
using Troupe.Analytics;

namespace Troupe.Cli.Query;

/// <summary>The reference of the views as Markdown, made from the schema that the program uses.</summary>
internal static class QueryReference
{
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append("""
            # troupe query

            `troupe query "SELECT …"` asks SQL over all mail and all sprints; `-` reads the SQL from standard input. It is the SQL of
            [DuckDB](https://duckdb.org/docs/stable/sql/introduction). `troupe query --schema` prints what stands below.

            `--format table|json|csv|parquet` says the form of the answer (`--json` and `--csv` are short for two of them), `--output FILE` where it goes in
            place of standard output; Parquet needs a file, and `--parquet FILE` is short for both. The file appears under its name when it is whole and
            durable, with mode 0600; one that is there already is refused unless `--force` is given. `--limit N` cuts the answer.

            Every query reads the logs anew, from verified records only, into a private database in memory: the columns that it names and no more,
            so name what you need. It can read the views below and nothing else: no file, no setting, no extension; one SELECT (or WITH … SELECT), and
            nothing that writes. An empty log is empty views. From the first row on a query has half of the machine's memory, and four times that in a
            folder of its own below `TMPDIR` (mode 0700, gone with the query); one that needs more is told so (exit code 2). Damage in a log is said on
            standard error, the rest is answered (exit code 0); a log of a later version is an error. Mistakes in the SQL are found before a log is read.

            JSON: `{schemaVersion, columns:[{name, type}], rows:[{…}], damaged}`. Rows are objects by column name; of two columns with one name
            the second is `name_1`. Lists are lists, times are texts in UTC, `NaN` and infinities are texts. `damaged` is the number of
            places that are damaged, or of records that make no sense and had to be understood for this query. With `--schema`: `{schemaVersion, views:[{name, description,
            columns:[{name, type, description}]}]}`. Views and columns are only ever added.

            Exit codes: 0 answered; 2 the query has a mistake, is not a SELECT, reaches beyond the views or needs too much memory, or the file is there already; 3 the library `libduckdb` is not beside the
            program; 4 no `.team`; 8 a log cannot be read or was written by a later version, or the file cannot be written; 130 Ctrl-C.

            """);
        foreach (var view in Views.All)
        {
            text.Append($"\n## {view.Name}\n{view.Description}\n\n| column | type | |\n|---|---|---|\n");
            foreach (var column in view.Columns)
            {
                text.Append($"| `{column.Name}` | {column.Type.Sql()} | {column.Description} |\n");
            }
        }

        return text.ToString();
    }
}
