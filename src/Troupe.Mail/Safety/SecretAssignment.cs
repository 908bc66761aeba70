namespace Troupe.Mail;

/// <summary>
/// <c>api_key = "…"</c>, <c>"token": "…"</c>: a name that speaks of a secret, and a value with the randomness of one. Code is full of
/// names like that, so a value counts only where it is no name, no path, no call and no example.
/// </summary>
internal static class SecretAssignment
{
    private const int Shortest = 16;
    private const int Longest = 512;
    private const double LeastRandom = 3;
    private const int FewestDigits = 2;
    private const double LeastMixed = 0.28;
    private const int Small = 1;
    private const int Capital = 2;
    private const int Digit = 3;

    private static readonly string[] Names =
        ["secret", "token", "passw", "passphrase", "apikey", "api_key", "api-key", "accesskey", "access_key", "access-key",
         "privatekey", "private_key", "credential", "authkey", "auth_key", "signingkey", "signing_key", "encryptionkey", "encryption_key", "authorization"];

    public static void Find(string text, ref List<SecretFinding>? found)
    {
        for (var at = 0; ; at++)
        {
            var next = text.AsSpan(at).IndexOfAny('=', ':');
            if (next < 0)
            {
                return;
            }

            at += next;
            if (SpeaksOfSecret(NameBefore(text, at)))
            {
                var (start, length) = ValueAfter(text, at + 1);
                if (IsSecret(text.AsSpan(start, length)))
                {
                    SecretScan.Add(ref found, "value of a secret", start, length);
                    at = start + length - 1;
                }
            }
        }
    }

    private static ReadOnlySpan<char> NameBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] is ' ' or '\t' or '"' or '\'' or '`' or ':')
        {
            end--;
        }

        var start = end;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.'))
        {
            start--;
        }

        return text.AsSpan(start, end - start);
    }

    private static bool SpeaksOfSecret(ReadOnlySpan<char> name)
    {
        foreach (var word in Names)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static (int Start, int Length) ValueAfter(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '"' or '\'' or '`' or '=' or '>')
        {
            at++;
        }

        foreach (var scheme in (ReadOnlySpan<string>)["Bearer ", "Basic ", "token "])
        {
            at += text.AsSpan(at).StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? scheme.Length : 0;
        }

        var end = at;
        while (end < text.Length && end - at <= Longest && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '`' or ',' or ';' or ')' or ']' or '}'))
        {
            end++;
        }

        return (at, end - at);
    }

    private static bool IsSecret(ReadOnlySpan<char> value) =>
        value.Length is >= Shortest and <= Longest
        && Digits(value) >= FewestDigits
        && value.ContainsAnyInRange('A', 'z')
        && Randomness.Of(value) >= LeastRandom
        && !value.ContainsAny('(', '[', '\\')
        && !Placeholder.Is(value)
        && !IsPath(value)
        && IsMixed(value);

    private static int Digits(ReadOnlySpan<char> value)
    {
        var digits = 0;
        foreach (var c in value)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits;
    }

    private static bool IsPath(ReadOnlySpan<char> value) =>
        value[0] is '/' or '.' or '~' or '@' || value.Contains("://", StringComparison.Ordinal);

    /// <summary>
    /// A key mixes small letters, capitals and digits within a few characters; names such as <c>prod-us-east-1.db_2</c> and
    /// <c>sha256OfToken</c> are put together from words and numbers.
    /// </summary>
    private static bool IsMixed(ReadOnlySpan<char> value)
    {
        var changes = 0;
        for (var i = 1; i < value.Length; i++)
        {
            changes += Class(value[i - 1]) is var before and not 0 && Class(value[i]) is var after and not 0 && before != after && (before, after) != (Capital, Small) ? 1 : 0;
        }

        return changes >= LeastMixed * (value.Length - 1);
    }

    private static int Class(char c) => char.IsAsciiLetterLower(c) ? Small : char.IsAsciiLetterUpper(c) ? Capital : char.IsAsciiDigit(c) ? Digit : 0;
}
