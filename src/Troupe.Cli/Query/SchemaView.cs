namespace Troupe.Cli.Query;

internal sealed record SchemaView(string Name, string Description, IReadOnlyList<SchemaColumn> Columns);
