namespace Troupe.Interchange;

/// <summary>What an export did.</summary>
/// <param name="Messages">How many messages fitted the request.</param>
/// <param name="Files">How many files were written anew.</param>
/// <param name="Unchanged">How many files were there already, as they should be.</param>
/// <param name="Warnings">What could not be read of the log, and attachments whose content is lost.</param>
public sealed record ExportReport(int Messages, int Files, int Unchanged, IReadOnlyList<string> Warnings);
