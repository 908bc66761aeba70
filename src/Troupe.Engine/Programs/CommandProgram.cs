using System.Buffers;

namespace Troupe.Engine;

/// <summary>The program that a command starts with.</summary>
internal static class CommandProgram
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n;|&<>()");

    // Whatever a shell would make something else of: then what runs is not known without running it.
    private static readonly SearchValues<char> Special = SearchValues.Create("$`\"'\\*?[]{}~#!=");

    private static readonly HashSet<string> ShellWords = new(StringComparer.Ordinal)
    {
        "if", "then", "else", "elif", "fi", "for", "while", "until", "do", "done", "case", "esac", "function", "select", "time",
        ".", ":", "[", "alias", "bg", "break", "builtin", "cd", "command", "continue", "echo", "eval", "exec", "exit", "export", "false",
        "fg", "getopts", "hash", "jobs", "kill", "local", "printf", "pwd", "read", "readonly", "return", "set", "shift", "source",
        "test", "times", "trap", "true", "type", "ulimit", "umask", "unalias", "unset", "wait",
    };

    /// <summary>Null: a shell decides, or the program lies in the session's checkout, which does not exist yet.</summary>
    public static string? Of(IReadOnlyList<string> command)
    {
        var program = First(command);
        return program is null || IsRelative(program) ? null : program;
    }

    /// <summary>The path of a program that lies in the checkout that the command runs in; null: it is none, or a shell decides.</summary>
    public static string? InCheckout(IReadOnlyList<string> command) =>
        First(command) is { } program && IsRelative(program) ? program : null;

    private static bool IsRelative(string program) => program.Contains('/', StringComparison.Ordinal) && !Path.IsPathRooted(program);

    private static string? First(IReadOnlyList<string> command) => command is ["sh", "-c", var line, ..] ? FirstWord(line) : command[0];

    private static string? FirstWord(string line)
    {
        var rest = line.AsSpan().TrimStart();
        var end = rest.IndexOfAny(Separators);
        var word = (end < 0 ? rest : rest[..end]).ToString();
        return word.Length == 0 || word.AsSpan().IndexOfAny(Special) >= 0 || ShellWords.Contains(word) ? null : word;
    }
}
