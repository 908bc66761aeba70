using System.CommandLine;
using System.Globalization;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Shell;

namespace Troupe.Cli.Logs;

/// <summary><c>fsck</c>: reads every byte of a log and says what is wrong, changing nothing.</summary>
internal static class FsckCommand
{
    public static Command Build(LogPlace place, Terminal terminal)
    {
        var command = new ExampleCommand(
            "fsck", "Check the whole log: checksums, chain, ids, manifests, indexes, blobs, checkpoints. Exit code 1: something was lost or changed.", $"{place.Program} fsck");
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var folder = place.Folder();
            var report = new LogCheck(folder).Run(cancellationToken);
            report = report with { Findings = [.. report.Findings, .. await place.CheckBesides(folder, cancellationToken)] };
            terminal.Answer(
                place.WantsJson(arguments), LogCheckOutput.Of(place.Name, report), CommandJson.Default.LogCheckOutput, () => Lines(place, report));
            return report.IsSound ? ExitCodes.Success : ExitCodes.Incomplete;
        });
        return command;
    }

    public static IEnumerable<string> Rows(IEnumerable<LogFinding> findings) => TextTable.Lines(
    [
        .. findings.Select(finding => new[]
        {
            finding.IsLoss ? "LOST" : "note", LogFindingOutput.Of(finding).Kind, finding.At?.ToString() ?? "", Printable.Escape(Path.GetFileName(finding.File)), Printable.Escape(finding.Message),
        }),
    ]);

    private static IEnumerable<string> Lines(LogPlace place, LogCheckReport report) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{place.Name} log: {Plural.Of(report.Records, "record")} in {Plural.Of(report.Segments, "segment")}, {report.Bytes:N0} bytes"),
        .. Rows(report.Findings),
        Summary(place, report),
    ];

    private static string Summary(LogPlace place, LogCheckReport report) =>
        !report.IsSound ? $"something is missing or was changed; '{place.Program} repair' says what can be done"
        : report.Findings.Any(finding => finding.Kind == LogFindingKind.KnownLoss) ? "nothing but what a repair has put on record as lost is missing"
        : "nothing that was acknowledged is missing";
}
