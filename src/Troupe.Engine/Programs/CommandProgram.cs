using System.Buffers;

namespace Troupe.Engine;

/// <summary>The program that a command starts with.</summary>
internal static class CommandProgram
{
    private const string Blanks = " \t\r\n";

    // Whatever holds anything else a shell may make something else of: then what runs is not known without running it.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+@/-");

    // What ends a first word that is one.
    private static readonly SearchValues<char> Separators = SearchValues.Create(Blanks + ";|&<>");

    private static readonly HashSet<string> ShellWords = new(StringComparer.Ordinal)
    {
        "if", "then", "else", "elif", "fi", "for", "in", "while", "until", "do", "done", "case", "esac", "function", "select", "time", "coproc",
        ".", "alias", "bg", "bind", "break", "builtin", "caller", "cd", "chdir", "command", "compgen", "complete", "compopt", "continue",
        "declare", "dirs", "disown", "echo", "enable", "eval", "exec", "exit", "export", "false", "fc", "fg", "getopts", "hash", "help",
        "history", "jobs", "kill", "let", "local", "logout", "mapfile", "popd", "printf", "pushd", "pwd", "read", "readarray", "readonly",
        "return", "set", "shift", "shopt", "source", "suspend", "test", "times", "trap", "true", "type", "typeset", "ulimit", "umask",
        "unalias", "unset", "wait",
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

    /// <summary>Null too where the word is the name of a function that the line defines, or the number of a stream.</summary>
    private static string? FirstWord(string line)
    {
        var rest = line.AsSpan().TrimStart(Blanks);
        var end = rest.IndexOfAnyExcept(Plain);
        var word = (end < 0 ? rest : rest[..end]).ToString();
        var after = end < 0 ? [] : rest[end..];
        return word.Length == 0 || ShellWords.Contains(word)
            || after.Length > 0 && !Separators.Contains(after[0])
            || after.TrimStart(Blanks).StartsWith("(")
            || after.IndexOfAny("<>") == 0 && word.All(char.IsAsciiDigit)
                ? null
                : word;
    }
}
