namespace Troupe.Weaving;

/// <summary>Changes arranged as the tree that they apply to: one node for each path component that leads to a change.</summary>
internal sealed class TreeEdit
{
    private readonly SortedDictionary<string, TreeEdit> _children = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, TreeEdit> Children => _children;

    /// <summary>Whether the path itself is to change, and not only something below it.</summary>
    public bool IsTarget { get; private set; }

    /// <summary>What a target shall be; null: gone.</summary>
    public TreeLeaf? Leaf { get; private set; }

    public static TreeEdit Of(IEnumerable<PathChange> changes)
    {
        var root = new TreeEdit();
        foreach (var change in changes)
        {
            var node = root;
            foreach (var component in change.Path.Split('/'))
            {
                node = node.Child(component);
            }

            node.IsTarget = true;
            node.Leaf = change.New;
        }

        return root;
    }

    private TreeEdit Child(string component)
    {
        if (!_children.TryGetValue(component, out var child))
        {
            _children.Add(component, child = new TreeEdit());
        }

        return child;
    }
}
