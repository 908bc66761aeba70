using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Git;

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
            var reports = WeaveMemory.Load(StateHome.For(repository.CommonDirectory, context.Environment)) ?? throw new TroupeException(
                ErrorCode.NotFound, "Nothing has been woven in this repository yet: run 'troupe weave plan' first.");
            var one = arguments.GetValue(patch) is { } name ? Find(reports, name) : null;
            if (arguments.GetValue(json))
            {
                context.Terminal.Json(one is null ? Json(reports) : Json(one));
            }
            else
            {
                context.Terminal.Data(string.Join("\n\n", (one is null ? reports : [one]).Select(report => report.Report.TrimEnd('\n'))));
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static JsonObject Json(RememberedReport report)
    {
        var json = new JsonObject { ["schemaVersion"] = 1 };
        foreach (var (name, value) in Outcome(report))
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    private static JsonObject Json(IReadOnlyList<RememberedReport> reports) => new()
    {
        ["schemaVersion"] = 1,
        ["outcomes"] = new JsonArray([.. reports.Select(Outcome)]),
    };

    private static JsonObject Outcome(RememberedReport report) =>
        JsonSerializer.SerializeToNode(report.Outcome, RememberedReportJson.Default.PatchOutput)!.AsObject();

    private static RememberedReport Find(IReadOnlyList<RememberedReport> reports, string name)
    {
        bool IsNamed(RememberedReport report) => report.Outcome.Source == name
            || (name.Length >= ShortestId && report.Outcome.Patch?.StartsWith(name, StringComparison.Ordinal) == true);

        return reports.FirstOrDefault(IsNamed) ?? throw new TroupeException(
            ErrorCode.NotFound,
            $"The last weave had no patch '{Printable.Escape(name)}'{Suggestion.Hint(name, reports.Select(report => report.Outcome.Source))}");
    }
}
