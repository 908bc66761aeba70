namespace Troupe.Cli.Dev;

/// <summary><c>dev demo-repository --json</c>.</summary>
internal sealed record DemoRepositoryOutput(int SchemaVersion, string Repository, string Commit);
