using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>What a path leads to, unless it is a folder.</summary>
internal readonly record struct TreeLeaf(EntryMode Mode, string ObjectName);
