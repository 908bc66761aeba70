using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Cli.Weave;

/// <summary><c>troupe weave explain PATCH</c>: the report that the last plan or apply wrote for one of its patches.</summary>
internal static class WeaveExplainCommand
{
    private const int ShortestId = 6;

    public static Command Build(CliContext context)
    {
        var patch = new Argument<string>("PATCH") { Description = "An argument of the last plan or apply, or the beginning of a patch id" };
        var command = new Command("explain", "Show why a patch of the last plan or apply did not land, and what to do about it.") { patch };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var repository = await GitRepository.OpenAsync(context.WorkingDirectory, context.Environment, cancellationToken);
            var reports = WeaveMemory.Load(StateHome.For(repository.CommonDirectory, context.Environment)) ?? throw new TroupeException(
                ErrorCode.NotFound, "Nothing has been woven in this repository yet: run 'troupe weave plan' first.");
            context.Terminal.Data(Find(reports, arguments.GetValue(patch)!).Report.TrimEnd('\n'));
            return ExitCodes.Success;
        });
        return command;
    }

    private static RememberedReport Find(IReadOnlyList<RememberedReport> reports, string name)
    {
        bool IsNamed(RememberedReport report) => report.Source == name
            || (name.Length >= ShortestId && report.Patch?.StartsWith(name, StringComparison.Ordinal) == true);

        return reports.FirstOrDefault(IsNamed) ?? throw new TroupeException(
            ErrorCode.NotFound,
            $"The last weave had no patch '{Printable.Escape(name)}'{Suggestion.Hint(name, reports.Select(report => report.Source))}");
    }
}
