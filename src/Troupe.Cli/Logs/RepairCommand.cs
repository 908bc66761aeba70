using System.CommandLine;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Shell;

namespace Troupe.Cli.Logs;

/// <summary><c>repair</c>: takes damage out of a log's way. A dry run unless told otherwise.</summary>
internal static class RepairCommand
{
    public static Command Build(LogPlace place, Terminal terminal)
    {
        var apply = new Option<bool>("--apply") { Description = "Do it. Without this nothing is changed" };
        var command = new ExampleCommand(
            "repair",
            "Move damaged bytes to quarantine and rebuild what is derived; what was lost stays lost, and is on record from then on. Exit code 1: something remains that only a backup can mend.",
            $"{place.Program} repair",
            $"{place.Program} repair --apply") { apply };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var folder = place.Folder();
            var repair = new LogRepair(folder);
            var report = new LogCheck(folder).Run(cancellationToken);
            report = report with { Findings = [.. report.Findings, .. await place.CheckBesides(folder, cancellationToken)] };
            var planned = LogRepair.Plan(report);
            var left = report.Findings.Where(finding => finding.IsLoss && !planned.Contains(finding)).ToList();
            if (arguments.GetValue(apply))
            {
                repair.Apply(planned);
            }

            var output = new LogRepairOutput(
                1, place.Name, arguments.GetValue(apply), [.. planned.Select(LogFindingOutput.Of)], [.. left.Select(LogFindingOutput.Of)], repair.QuarantineFolder);
            terminal.Answer(place.WantsJson(arguments), output, CommandJson.Default.LogRepairOutput, () => Lines(place, output, planned, left));
            return left.Count == 0 ? ExitCodes.Success : ExitCodes.Incomplete;
        });
        return command;
    }

    private static IEnumerable<string> Lines(
        LogPlace place, LogRepairOutput output, IReadOnlyList<LogFinding> planned, IReadOnlyList<LogFinding> left)
    {
        yield return (planned.Count, output.Applied) switch
        {
            (0, _) => $"{place.Name} log: nothing to repair",
            (_, true) => $"{place.Name} log: repaired; damaged bytes are in {Printable.Escape(output.Quarantine)}",
            _ => $"{place.Name} log: this would be repaired",
        };
        foreach (var row in FsckCommand.Rows(planned))
        {
            yield return row;
        }

        if (left.Count > 0)
        {
            yield return "only a backup can mend";
            foreach (var row in FsckCommand.Rows(left))
            {
                yield return row;
            }
        }

        if (planned.Count > 0 && !output.Applied)
        {
            yield return $"next     {place.Program} repair --apply";
        }
    }
}
