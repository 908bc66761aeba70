namespace Troupe.Weaving;

/// <summary>What a patch made of a lock file, set aside while the rest of it is folded.</summary>
/// <param name="Patch">Its place in the order of arrival.</param>
/// <param name="Rule">The number of the rule that makes the file.</param>
internal sealed record LockChange(int Patch, string Path, int Rule, TreeLeaf? Old, TreeLeaf New);
