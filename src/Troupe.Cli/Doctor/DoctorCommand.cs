using System.CommandLine;
using Troupe.Shell;

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
            context.Terminal.Answer(
                arguments.GetValue(json), DoctorOutput.Of(findings, healthy), CommandJson.Default.DoctorOutput, () => findings.SelectMany(Lines));
            return healthy ? ExitCodes.Success : ExitCodes.Incomplete;
        });
        return command;
    }

    private static IEnumerable<string> Lines(Finding finding)
    {
        var indent = new string(' ', 10);
        var mark = finding.Status switch { FindingStatus.Ok => "ok", FindingStatus.Warning => "warning", _ => "problem" };
        yield return $"{mark,-9} {finding.Message.Replace("\n", "\n" + indent, StringComparison.Ordinal)}";
        if (finding.Remedy is { } remedy)
        {
            yield return $"{indent}-> {remedy}";
        }
    }
}
