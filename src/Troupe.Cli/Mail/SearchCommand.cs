using System.CommandLine;
using Troupe.Analytics;
using Troupe.Core;
using Troupe.Mail;
using Troupe.MailCli;
using Troupe.Shell;

namespace Troupe.Cli.Mail;

/// <summary><c>search TEXT…</c>: the messages that a persona received or sent and that fit, newest first.</summary>
internal static class SearchCommand
{
    private const int UsualLimit = 20;

    public static Command Build(MailDesk desk)
    {
        var options = new SearchOptions();
        var command = new ExampleCommand(
            "search",
            "Find messages by subject, body, people, tags and date, newest first.",
            "jules-mail search \"merge base\" --since 7d",
            "jules-mail search --from weaver --type conflict --limit 5 --json",
            "jules-mail search olá --all");
        options.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var query = options.Read(arguments, desk, UsualLimit);
            var home = desk.Home;
            var thread = options.Thread(arguments) is { } reference ? ThreadLookup.Require(home, reference) : (EventLog.RecordId?)null;
            var result = await MailSearch.RunAsync(home, query with { Thread = thread }, cancellationToken);
            Warn(desk, result);
            Report(desk, query, result, desk.WantsJson(arguments));
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Warn(MailDesk desk, SearchResult result)
    {
        foreach (var damage in result.Damage.Where(damage => damage.LostRecords))
        {
            desk.Terminal.Say($"warning: {Printable.Escape(damage.ToString())}");
        }

        foreach (var sentence in result.Unsearched)
        {
            desk.Terminal.Say($"warning: {Printable.Escape(sentence)}");
        }
    }

    private static void Report(MailDesk desk, SearchQuery query, SearchResult result, bool json)
    {
        if (json)
        {
            var damaged = result.Damage.Count(damage => damage.LostRecords) + result.Unsearched.Count;
            desk.Terminal.Json(
                new SearchOutput(query.Persona?.Value, [.. result.Hits.Select(SearchOutput.Message)], result.HasMore, damaged == 0 ? null : damaged),
                KeepingOutputJson.Default.SearchOutput);
            return;
        }

        foreach (var line in SearchLines.Of(result.Hits))
        {
            desk.Terminal.Data(line);
        }

        desk.Terminal.Say(result switch
        {
            { Hits.Count: 0 } => "no message fits",
            { HasMore: true } => $"the newest {Plural.Of(result.Hits.Count, "message")}; older ones fit too (--limit)",
            _ => $"{Plural.Of(result.Hits.Count, "message")}",
        });
    }
}
