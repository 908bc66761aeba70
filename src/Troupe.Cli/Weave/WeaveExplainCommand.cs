using System.CommandLine;
using System.Text.Json.Nodes;
using Troupe.Core;
using Troupe.Git;
using Troupe.Shell;
using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary><c>troupe weave explain [PATCH]</c>: the reports that the last plan or apply wrote for its patches.</summary>
internal static class WeaveExplainCommand
{
    private const int ShortestId = 6;

    public static Command Build(CliContext context)
    {
        var patch = new Argument<string?>("PATCH")
        {
            Description = "An argument of the last plan or apply, or the beginning of a patch id; all of them if it is left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = JsonOption.Create("docs/specs/weave.md");
        var command = new Command("explain", "Show what became of a patch of the last plan or apply, why, and what to do about it.") { patch, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var repository = await GitRepository.OpenAsync(context.WorkingDirectory, context.Environment, cancellationToken);
            var remembered = WeaveMemory.Load(StateHome.For(repository.CommonDirectory, context.Environment));
            if (arguments.GetValue(patch) is { } wanted && remembered?.Any(report => IsNamed(report, wanted)) != true
                && await HeldExplanation.TryFindAsync(context, wanted, cancellationToken) is { } held)
            {
                Give(context.Terminal, arguments.GetValue(json), () => HeldExplanation.Json(held), () => HeldExplanation.Text(held));
                return ExitCodes.Success;
            }

            var reports = remembered ?? throw new TroupeException(
                ErrorCode.NotFound, "Nothing has been woven in this repository yet: run 'troupe weave plan' first.");
            var one = arguments.GetValue(patch) is { } name ? Find(reports, name) : null;
            Give(
                context.Terminal,
                arguments.GetValue(json),
                () => one is null ? Json(reports) : Json(one),
                () => string.Join("\n\n", (one is null ? reports : [one]).Select(report => report.Report.TrimEnd('\n'))));
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Give(Terminal terminal, bool wantsJson, Func<JsonObject> json, Func<string> text)
    {
        if (wantsJson)
        {
            terminal.Json(json());
        }
        else
        {
            terminal.Data(text());
        }
    }

    private static JsonObject Json(RememberedReport report) => ReportOutput.Of(report.Outcome);

    private static JsonObject Json(IReadOnlyList<RememberedReport> reports) => new()
    {
        ["schemaVersion"] = 1,
        ["outcomes"] = new JsonArray([.. reports.Select(report => ReportOutput.Fields(report.Outcome))]),
    };

    private static bool IsNamed(RememberedReport report, string name) => report.Outcome.Source == name
        || (name.Length >= ShortestId && report.Outcome.Patch?.StartsWith(name, StringComparison.Ordinal) == true);

    private static RememberedReport Find(IReadOnlyList<RememberedReport> reports, string name) =>
        reports.FirstOrDefault(report => IsNamed(report, name)) ?? throw new TroupeException(
            ErrorCode.NotFound,
            $"The last weave had no patch '{Printable.Escape(name)}'{Suggestion.Hint(name, reports.Select(report => report.Outcome.Source))}");
}
