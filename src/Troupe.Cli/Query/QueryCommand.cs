using System.CommandLine;
using Troupe.Analytics;
using Troupe.Cli.Shell;
using Troupe.Core;

namespace Troupe.Cli.Query;

/// <summary><c>troupe query SQL</c>: SQL over everything that happened.</summary>
internal static class QueryCommand
{
    public static Command Build(CliContext context)
    {
        var options = new QueryOptions();
        var command = new ExampleCommand(
            "query",
            "Ask SQL over all mail and all sprints.",
            "troupe query --schema",
            "troupe query \"SELECT persona, count(*) FROM mailboxes WHERE is_unread GROUP BY ALL\"",
            "troupe query \"SELECT persona, paths FROM conflicts\" --json",
            "troupe query - --parquet messages.parquet < query.sql");
        options.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var wish = options.Read(arguments);
            if (wish.Schema)
            {
                context.Terminal.Answer(wish.Json, SchemaOutput.OfAll(), QueryJson.Default.SchemaOutput, SchemaLines.Of);
                return ExitCodes.Success;
            }

            await AnswerAsync(context, wish, QueryText.Read(wish.Sql, context), cancellationToken);
            return ExitCodes.Success;
        });
        return command;
    }

    private static async Task AnswerAsync(CliContext context, QueryWish wish, string sql, CancellationToken cancellationToken)
    {
        var home = TeamHome.Find(context.WorkingDirectory, context.Environment);
        using var file = wish.Parquet is { } path ? new ParquetFile(Path.Combine(context.WorkingDirectory, path)) : null;
        using var query = await Analytics.Query.OpenAsync(home, context.Time, sql, file?.Draft, cancellationToken);
        Warn(context.Terminal, query);
        if (file is not null)
        {
            query.WriteParquet(file.Draft, wish.Limit, cancellationToken);
            file.Publish();
            return;
        }

        var rows = query.Rows(wish.Limit, cancellationToken);
        if (wish.Json)
        {
            context.Terminal.Json(json => QueryAnswer.WriteJson(query, rows, json));
        }
        else if (wish.Csv)
        {
            QueryAnswer.WriteCsv(query, rows, context.Terminal);
        }
        else
        {
            QueryAnswer.WriteTable(query, rows, context.Terminal);
        }
    }

    private static void Warn(Terminal terminal, Analytics.Query query)
    {
        foreach (var sentence in query.Damage.Where(damage => damage.LostRecords).Select(damage => damage.ToString()).Concat(query.Unread))
        {
            terminal.Say($"warning: {Printable.Escape(sentence)}");
        }
    }
}
