using Troupe.Core;

namespace Troupe.Git;

/// <summary>Two trees to compare.</summary>
public readonly record struct TreePair(TreeId From, TreeId To);
