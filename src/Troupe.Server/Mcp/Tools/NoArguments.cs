namespace Troupe.Server.Mcp.Tools;

/// <summary>For tools that need to be told nothing.</summary>
internal sealed record NoArguments;
