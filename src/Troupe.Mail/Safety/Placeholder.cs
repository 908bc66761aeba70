namespace Troupe.Mail;

/// <summary>Values that stand for a secret and are none: variables, examples, rows of one character.</summary>
internal static class Placeholder
{
    private static readonly string[] Words =
        ["example", "changeme", "placeholder", "dummy", "redacted", "your", "xxxx", "****", "....", "${", "{{", "$(", "<", ">"];

    public static bool Is(ReadOnlySpan<char> value)
    {
        foreach (var word in Words)
        {
            if (value.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return value.StartsWith('$') || value.StartsWith('%');
    }
}
