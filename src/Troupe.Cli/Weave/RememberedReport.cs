namespace Troupe.Cli.Weave;

/// <summary>The report of one patch of the last weave.</summary>
/// <param name="Source">The argument, verbatim.</param>
/// <param name="Patch">The id of the change; null: it could not be read.</param>
internal sealed record RememberedReport(string Source, string? Patch, string Report);
