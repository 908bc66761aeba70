using System.CommandLine;
using Troupe.Cli.Shell;

namespace Troupe.Cli.Doctor;

/// <summary><c>troupe doctor</c>: is everything here that a sprint needs?</summary>
internal static class DoctorCommand
{
    public static Command Build(CliContext context)
    {
        var json = JsonOption.Create();
        var command = new Command("doctor", "Check what a sprint needs, and say what to do about what is missing.") { json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var findings = await Examination.RunAsync(context, cancellationToken);
            var healthy = !findings.Any(finding => finding.Status == FindingStatus.Problem);
            if (arguments.GetValue(json))
            {
                context.Terminal.Json(DoctorOutput.Of(findings, healthy), CommandJson.Default.DoctorOutput);
            }
            else
            {
                Tell(findings, context.Terminal);
            }

            return healthy ? ExitCodes.Success : ExitCodes.Incomplete;
        });
        return command;
    }

    private static void Tell(IReadOnlyList<Finding> findings, Terminal terminal)
    {
        var indent = new string(' ', 10);
        foreach (var finding in findings)
        {
            var mark = finding.Status switch { FindingStatus.Ok => "ok", FindingStatus.Warning => "warning", _ => "problem" };
            terminal.Data($"{mark,-9} {finding.Message.Replace("\n", "\n" + indent, StringComparison.Ordinal)}");
            if (finding.Remedy is { } remedy)
            {
                terminal.Data($"{indent}-> {remedy}");
            }
        }
    }
}
