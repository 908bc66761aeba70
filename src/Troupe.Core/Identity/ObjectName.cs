namespace Troupe.Core;

/// <summary>The form that all of git's object names share: 40 (SHA-1) or 64 (SHA-256) lower-case hex digits.</summary>
internal static class ObjectName
{
    public static bool IsValid(string? text)
    {
        if (text is not { Length: 40 or 64 })
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigitLower(c))
            {
                return false;
            }
        }

        return true;
    }

    public static string Require(string text, string kind) => IsValid(text)
        ? text
        : throw new FormatException($"'{Printable.Escape(text)}' is not the full name of a git {kind}.");
}
