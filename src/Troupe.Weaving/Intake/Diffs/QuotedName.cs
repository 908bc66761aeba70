using System.Text;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>A file name as a diff's header has it: plain, or in C quotes, with a time stamp behind a tab. Pure.</summary>
internal static class QuotedName
{
    /// <param name="field">Bytes as Latin-1 characters.</param>
    public static string Read(string field)
    {
        if (!field.StartsWith('"'))
        {
            return Decode(field.Split('\t')[0].TrimEnd('\r'));
        }

        var name = new StringBuilder(field.Length);
        for (var i = 1; i < field.Length && field[i] != '"'; i++)
        {
            name.Append(field[i] == '\\' && i + 1 < field.Length ? Unescape(field, ref i) : field[i]);
        }

        return Decode(name.ToString());
    }

    private static string Decode(string bytes) => GitPath.Decode(Encoding.Latin1.GetBytes(bytes));

    private static char Unescape(string field, ref int i)
    {
        var next = field[++i];
        if (next is < '0' or > '3' || i + 2 >= field.Length)
        {
            return next switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', _ => next };
        }

        var value = (char)(((next - '0') * 64) + ((field[i + 1] - '0') * 8) + (field[i + 2] - '0'));
        i += 2;
        return value;
    }
}
