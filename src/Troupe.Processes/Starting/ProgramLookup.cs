using Troupe.Core;
using Troupe.Processes.Native;

namespace Troupe.Processes.Starting;

/// <summary>Finds the file to run, as execvp does, but in the PATH and folder that the program itself will have.</summary>
internal static class ProgramLookup
{
    /// <exception cref="TroupeException">There is no such program, or it may not be run.</exception>
    public static string Find(string program, string folder, IReadOnlyDictionary<string, string> environment)
    {
        if (program.Contains('/'))
        {
            return Check(program, Path.Combine(folder, program));
        }

        var path = environment.GetValueOrDefault("PATH") ?? "/usr/local/bin:/usr/bin:/bin";
        foreach (var entry in path.Split(':'))
        {
            var candidate = Path.Combine(folder, entry, program);
            if (IsExecutable(candidate))
            {
                return candidate;
            }
        }

        throw new TroupeException(
            ErrorCode.Process,
            $"The program '{Printable.Escape(program)}' was not found in PATH ({Printable.Escape(path)}): install it, or give its full path.");
    }

    private static string Check(string given, string file)
    {
        if (IsExecutable(file))
        {
            return file;
        }

        var shown = Printable.Escape(given);
        throw new TroupeException(ErrorCode.Process, (File.Exists(file), Directory.Exists(file)) switch
        {
            (_, true) => $"'{shown}' is a folder, not a program.",
            (true, _) => $"The program '{shown}' may not be executed: 'chmod +x {shown}'.",
            _ => $"The program '{shown}' does not exist (looked for {Printable.Escape(file)}).",
        });
    }

    private static bool IsExecutable(string file) => LibC.Access(file, Linux.AccessExecute) == 0 && !Directory.Exists(file);
}
