namespace Troupe.Server.Mcp.Tools;

/// <summary>What a call of a tool changes. No tool takes anything away.</summary>
internal enum ToolEffect
{
    ReadsOnly,

    /// <summary>Sets what is so already, the second time.</summary>
    Marks,

    /// <summary>Every call adds something.</summary>
    Adds,
}
