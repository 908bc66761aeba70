namespace Troupe.Git;

/// <summary>The git directory that a linked worktree's own one belongs to, by plain file reads.</summary>
internal static class CommonDirectory
{
    public static string Of(string gitDirectory)
    {
        var pointer = Path.Combine(gitDirectory, "commondir");
        return File.Exists(pointer)
            ? Path.GetFullPath(File.ReadAllText(pointer).TrimEnd('\n'), gitDirectory)
            : gitDirectory;
    }
}
