namespace Troupe.Engine;

/// <summary>Looks for a program where the system would.</summary>
internal static class ProgramSearch
{
    /// <summary>The variable that names the folders.</summary>
    public const string Variable = "PATH";

    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Why the program cannot be started, to follow its name; null: it can.</summary>
    /// <param name="program">A name, or a full path.</param>
    /// <param name="path">The folders to look in, as in the variable PATH; null: there is no such variable.</param>
    public static string? Fault(string program, string? path)
    {
        if (Path.IsPathRooted(program))
        {
            return !File.Exists(program) ? "and there is no such file" : IsExecutable(program) ? null : "and that file is not executable";
        }

        // Where there is no PATH, shell and system have folders of their own that they look in.
        return path is null || path.Split(Path.PathSeparator).Any(folder => Path.IsPathRooted(folder) && IsExecutable(Path.Combine(folder, program)))
            ? null
            : "and there is no such program on the PATH";
    }

    private static bool IsExecutable(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Executable) != UnixFileMode.None);
}
