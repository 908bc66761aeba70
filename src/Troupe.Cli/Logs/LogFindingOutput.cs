using System.Text.Json;
using Troupe.EventLog;

namespace Troupe.Cli.Logs;

/// <summary>One finding of a check, for programs.</summary>
/// <param name="At">A position; null: the file as a whole.</param>
internal sealed record LogFindingOutput(string Kind, bool Loss, string File, string? At, long Length, string Message)
{
    public static LogFindingOutput Of(LogFinding finding) => new(
        JsonNamingPolicy.KebabCaseLower.ConvertName(finding.Kind.ToString()),
        finding.IsLoss,
        finding.File,
        finding.At?.ToString(),
        finding.Length,
        finding.Message);
}
