using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What applying gave.</summary>
/// <param name="Tree">Null: it does not apply.</param>
/// <param name="Problem">What git says then.</param>
internal sealed record Remade(TreeId? Tree, string? Problem);
