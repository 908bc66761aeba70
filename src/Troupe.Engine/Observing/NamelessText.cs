using System.Buffers;
using System.Text;
using Troupe.Core;

namespace Troupe.Engine;

/// <summary>
/// Words about a session without its name, and without the folders before it where it stands in a path. Agents can make these
/// words as long and as odd as they like, so they are gone through once, and no character is looked at more than twice.
/// </summary>
internal static class NamelessText
{
    private const string Placeholder = "<session>";

    // What no path is taken to go on through.
    private static readonly SearchValues<char> PathEnds = SearchValues.Create(" \t\r\n\v\f\u00a0'\":");

    public static string Of(SessionId session, string text)
    {
        var name = session.ToString();
        var nameless = new StringBuilder(text.Length);
        var done = 0;
        var from = 0;
        while (text.IndexOf(name, from, StringComparison.Ordinal) is var at and >= 0)
        {
            from = at + name.Length;
            if (IsWhole(text, at, from))
            {
                nameless.Append(WithoutFolders(text.AsSpan(done, at - done))).Append(Placeholder);
                done = from;
            }
        }

        return nameless.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Not a part of another name.</summary>
    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !IsOfNames(text[start - 1])) && (end == text.Length || !IsOfNames(text[end]));

    private static bool IsOfNames(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';

    private static ReadOnlySpan<char> WithoutFolders(ReadOnlySpan<char> before)
    {
        if (!before.EndsWith("/"))
        {
            return before;
        }

        var path = before.LastIndexOfAny(PathEnds) + 1;
        return before[..(path + before[path..].IndexOf('/'))];
    }
}
