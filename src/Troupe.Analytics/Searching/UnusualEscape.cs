using System.Globalization;
using System.Text;

namespace Troupe.Analytics;

/// <summary>
/// Finds records in which a letter is written as <c>\uXXXX</c>, or a slash as <c>\/</c>: our own writer never does that, another one may. In these
/// nothing can be found before it is decoded.
/// </summary>
internal static class UnusualEscape
{
    public static bool IsIn(ReadOnlySpan<byte> escaped)
    {
        int escape;
        while ((escape = escaped.IndexOf((byte)'\\')) >= 0 && escape + 1 < escaped.Length)
        {
            var character = escaped[escape + 1];
            if (character == '/' || (character == 'u' && !MustBeEscaped(escaped[(escape + 2)..])))
            {
                return true;
            }

            escaped = escaped[(escape + 2)..];
        }

        return false;
    }

    private static bool MustBeEscaped(ReadOnlySpan<byte> digits) =>
        digits.Length >= 4
        && ushort.TryParse(digits[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var character)
        && CharacterForms.IsEscaped(character);
}
