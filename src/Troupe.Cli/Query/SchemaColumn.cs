namespace Troupe.Cli.Query;

internal sealed record SchemaColumn(string Name, string Type, string Description);
