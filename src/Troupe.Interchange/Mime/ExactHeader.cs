using System.Text;
using MimeKit;
using Troupe.Core;

namespace Troupe.Interchange;

/// <summary>Whether a header gives back what was written to it.</summary>
internal static class ExactHeader
{
    /// <summary>The text as one line that may stand in a header.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return plain.ToString();
    }

    public static bool Survives(string name, string text)
    {
        if (Plain(text) != text)
        {
            return false;
        }

        var raw = new Header(Encoding.UTF8, name, text).RawValue;
        return Header.TryParse([.. Encoding.ASCII.GetBytes(name + ":"), .. raw], out var read) && read.Value == text;
    }
}
