using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>A cherry-pick as a three-way merge of trees: what the change from Base to Theirs makes of Ours.</summary>
internal readonly record struct Carry(TreeId Base, TreeId Ours, TreeId Theirs)
{
    /// <summary>The result, where no merge is needed to know it.</summary>
    public TreeId? Trivial => Base == Ours || Ours == Theirs ? Theirs : Base == Theirs ? Ours : null;
}
