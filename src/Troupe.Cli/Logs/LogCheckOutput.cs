using Troupe.EventLog;

namespace Troupe.Cli.Logs;

/// <summary>What <c>fsck --json</c> prints.</summary>
internal sealed record LogCheckOutput(
    int SchemaVersion, string Log, bool Sound, int Segments, long Records, long Bytes, IReadOnlyList<LogFindingOutput> Findings)
{
    public static LogCheckOutput Of(string name, LogCheckReport report) => new(
        1, name, report.IsSound, report.Segments, report.Records, report.Bytes, [.. report.Findings.Select(LogFindingOutput.Of)]);
}
