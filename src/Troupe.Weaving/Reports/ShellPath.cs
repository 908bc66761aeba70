using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>A path as a word of a command that a reader may copy into a shell. Pure.</summary>
internal static class ShellPath
{
    public static string Of(string path)
    {
        var shown = Printable.Escape(path);
        return shown.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '.' or '_' or '-' or '+') && !shown.StartsWith('-')
            ? shown
            : $"'{shown.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    /// <summary>A command between backticks; a path with a backtick in it is left to the reader.</summary>
    public static string Command(string command) => $"`{command.Replace("`", "?", StringComparison.Ordinal)}`";
}
