namespace Troupe.Processes.Native;

/// <summary>What a child gets as its standard streams.</summary>
/// <param name="Input">A descriptor; null: nothing to read.</param>
/// <param name="Output">A descriptor; null: the log file.</param>
/// <param name="Error">A descriptor; null: wherever standard output goes.</param>
/// <param name="LogFile">Appended to when <paramref name="Output"/> is null; null: discarded.</param>
internal sealed record StandardStreams(int? Input, int? Output, int? Error, string? LogFile = null);
