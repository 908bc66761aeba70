using System.Diagnostics.CodeAnalysis;

namespace Troupe.Core;

/// <summary>
/// The checkout that a folder lies in, found by plain file reads: starting a git process would cost
/// the mail commands more than everything else that they do.
/// </summary>
/// <param name="Folder">The top folder of the checkout.</param>
/// <param name="GitDirectory">Its own git directory; for a linked worktree <c>…/.git/worktrees/NAME</c>.</param>
/// <param name="CommonDirectory">The git directory that all worktrees of the repository share.</param>
public sealed record GitCheckout(string Folder, string GitDirectory, string CommonDirectory)
{
    private const string GitName = ".git";
    private const string PointerPrefix = "gitdir:";

    /// <summary>
    /// The main checkout; this one where the repository has none (a bare repository with linked worktrees) or is a submodule's.
    /// </summary>
    public string MainFolder => IsLinked && Path.GetFileName(CommonDirectory) == GitName
        ? Path.GetDirectoryName(CommonDirectory)!
        : Folder;

    /// <summary>Whether this is a linked worktree.</summary>
    public bool IsLinked => !string.Equals(GitDirectory, CommonDirectory, StringComparison.Ordinal);

    /// <summary>Whether the checkout's git directory lies elsewhere and it is no linked worktree: a submodule, mostly.</summary>
    public bool IsSeparate => !IsLinked && Path.GetDirectoryName(GitDirectory) != Folder;

    /// <summary>Looks in the folder and all above it.</summary>
    public static bool TryFind(string startFolder, [NotNullWhen(true)] out GitCheckout? checkout)
    {
        for (var folder = Path.GetFullPath(startFolder); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (TryOpen(folder, out checkout))
            {
                return true;
            }
        }

        checkout = null;
        return false;
    }

    /// <summary>Whether the folder itself is the top of a checkout.</summary>
    public static bool TryOpen(string folder, [NotNullWhen(true)] out GitCheckout? checkout)
    {
        checkout = null;
        var git = Path.Combine(folder, GitName);
        if (Directory.Exists(git))
        {
            checkout = new GitCheckout(folder, git, git);
            return true;
        }

        if (PlainLine.Read(git) is not { } pointer || !pointer.StartsWith(PointerPrefix, StringComparison.Ordinal))
        {
            return false;
        }

        var target = pointer[PointerPrefix.Length..].Trim();
        var own = Path.GetFullPath(target, folder);
        if (target.Length == 0 || !Directory.Exists(own))
        {
            return false;
        }

        var common = PlainLine.Read(Path.Combine(own, "commondir")) is { } line
            ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(line, own))
            : own;
        checkout = new GitCheckout(folder, own, common);
        return true;
    }
}
