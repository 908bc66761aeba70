namespace Troupe.Weaving;

/// <summary>Two paths of one tree that are one file on a system that does not tell case apart.</summary>
/// <param name="Path">What the patch adds.</param>
/// <param name="Added">What it adds there.</param>
/// <param name="Other">What was there before it.</param>
/// <param name="There">What is there; null: a folder.</param>
internal readonly record struct CaseTwin(string Path, TreeLeaf Added, string Other, TreeLeaf? There);
