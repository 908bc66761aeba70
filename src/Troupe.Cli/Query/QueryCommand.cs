using System.CommandLine;
using Troupe.Analytics;
using Troupe.Core;
using Troupe.Shell;

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
            "troupe query - --format parquet --output messages.parquet < query.sql");
        options.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var wish = options.Read(arguments);
            if (wish.Schema)
            {
                context.Terminal.Answer(wish.Form is AnswerForm.Json, SchemaOutput.OfAll(), QueryJson.Default.SchemaOutput, SchemaLines.Of);
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
        using var file = wish.Output is { } path ? new AnswerFile(Path.Combine(context.WorkingDirectory, path), wish.Force) : null;
        using var query = await Analytics.Query.OpenAsync(home, context.Time, sql, wish.Form is AnswerForm.Parquet ? file!.Draft : null, cancellationToken);
        Warn(context.Terminal, query);
        if (wish.Form is AnswerForm.Parquet)
        {
            query.WriteParquet(file!.Draft, wish.Limit, cancellationToken);
        }
        else if (file is not null)
        {
            using var writer = new StreamWriter(file.Draft);
            QueryAnswer.Write(query, wish, context.Terminal.Into(writer), cancellationToken);
        }
        else
        {
            QueryAnswer.Write(query, wish, context.Terminal, cancellationToken);
        }

        file?.Publish();
    }

    private static void Warn(Terminal terminal, Analytics.Query query)
    {
        foreach (var sentence in query.Damage.Where(damage => damage.LostRecords).Select(damage => damage.ToString()).Concat(query.Unread))
        {
            terminal.Say($"warning: {Printable.Escape(sentence)}");
        }
    }
}
