namespace Troupe.Cli.Logs;

/// <summary>What <c>repair --json</c> prints.</summary>
/// <param name="Applied">False: a dry run.</param>
/// <param name="Repairs">What was, or would be, repaired.</param>
/// <param name="Left">Losses that no repair can mend.</param>
/// <param name="Quarantine">Where damaged bytes are kept.</param>
internal sealed record LogRepairOutput(
    int SchemaVersion, string Log, bool Applied, IReadOnlyList<LogFindingOutput> Repairs, IReadOnlyList<LogFindingOutput> Left, string Quarantine);
