using System.Text.RegularExpressions;
using Troupe.Core;

namespace Troupe.Cli.Init;

/// <summary>The text of git's <c>pre-commit</c> hook with and without our lines. Pure.</summary>
internal static partial class GitHookScript
{
    public const string Name = "pre-commit";
    private const string Begin = "# >>> troupe mail >>>";
    private const string End = "# <<< troupe mail <<<";

    private const string Block =
        $"{Begin}\n"
        + "# Shows unread mail and what others have reserved, and never stops a commit. 'troupe init --remove-hooks git' takes this out.\n"
        + "command -v jules-mail >/dev/null 2>&1 && jules-mail check >&2 || true\n"
        + $"{End}\n";

    /// <summary>Right after the first line, since a script may end anywhere.</summary>
    /// <param name="text">The hook that is there; null: none.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidSettings"/>: it is no shell script.</exception>
    public static string With(string? text)
    {
        var clean = text is null ? "" : Without(text);
        if (clean.Length == 0)
        {
            return $"#!/bin/sh\n{Block}";
        }

        var first = clean.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var at ? clean[..(at + 1)] : clean + "\n";
        return Shell().IsMatch(first)
            ? string.Concat(first, Block, clean.AsSpan(Math.Min(first.Length, clean.Length)))
            : throw new TroupeException(
                ErrorCode.InvalidSettings,
                $"The hook {Name} that is there is no shell script and was not changed: let it run 'jules-mail check', if you want to see mail there.");
    }

    /// <summary>An empty text: nothing but our own is left.</summary>
    public static string Without(string text)
    {
        var start = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(End, start, StringComparison.Ordinal);
        if (end < 0)
        {
            return text;
        }

        var after = text.IndexOf('\n', end) is >= 0 and var line ? line + 1 : text.Length;
        var rest = text[..start] + text[after..];
        return rest.Trim() == "#!/bin/sh" ? "" : rest;
    }

    [GeneratedRegex("^#!.*[/ ](sh|bash|dash|ash|ksh|zsh)( .*)?\r?\n$", RegexOptions.CultureInvariant)]
    private static partial Regex Shell();
}
