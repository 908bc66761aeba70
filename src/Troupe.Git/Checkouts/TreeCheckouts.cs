using Troupe.Core;

namespace Troupe.Git;

/// <summary>Writes the files of a tree, and nothing else, into an empty folder.</summary>
public static class TreeCheckouts
{
    /// <param name="git">Where the tree is. Attributes and filters count as its configuration says.</param>
    /// <param name="folder">It is created; if it exists it must be empty.</param>
    public static async Task WriteAsync(GitExecutor git, TreeId tree, string folder, CancellationToken cancellationToken)
    {
        var target = EmptyFolder.Require(folder);
        var index = target.TrimEnd('/') + ".index";
        try
        {
            await WorkTreeFiles.WriteAsync(git, tree.Value, target, index, cancellationToken);
        }
        finally
        {
            File.Delete(index);
        }
    }
}
