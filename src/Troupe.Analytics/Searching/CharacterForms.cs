using System.Globalization;
using System.Text;

namespace Troupe.Analytics;

/// <summary>The UTF-8 forms in which a character of a search may stand in a record: its own, and those of the same character in another case.</summary>
internal static class CharacterForms
{
    /// <summary>
    /// For each byte the values that it may have; null: the forms have different lengths, or the character stands escaped in a record, or
    /// cannot be told from bytes that are no UTF-8.
    /// </summary>
    /// <param name="isExact">Whether every combination of the values is a form of the character.</param>
    public static byte[][]? Of(Rune rune, out bool isExact)
    {
        isExact = true;
        if (IsEscaped(rune.Value) || rune == Rune.ReplacementChar)
        {
            return null;
        }

        var forms = Characters(rune).Select(Utf8).ToList();
        if (forms.Count == 0 || forms.Any(form => form.Length != forms[0].Length))
        {
            return null;
        }

        byte[][] bytes = [.. Enumerable.Range(0, forms[0].Length).Select(at => forms.Select(form => form[at]).Distinct().ToArray())];
        isExact = bytes.Aggregate(1, (product, values) => product * values.Length) == forms.Count;
        return bytes;
    }

    /// <summary>Whether our own writer never lets a character stand in a record as itself.</summary>
    public static bool IsEscaped(int character) =>
        character is '"' or '\\' or < ' ' or (>= 0x7f and <= 0x9f) or 0x2028 or 0x2029;

    /// <summary>All characters that are the same where case does not count; none: nobody has looked for them all.</summary>
    private static IEnumerable<Rune> Characters(Rune rune)
    {
        if (rune.IsAscii)
        {
            return new[] { Rune.ToUpperInvariant(rune), Rune.ToLowerInvariant(rune) }.Distinct();
        }

        if (rune.IsBmp)
        {
            var upper = char.ToUpperInvariant((char)rune.Value);
            return Enumerable.Range(0x80, char.MaxValue - 0x7f)
                .Where(code => char.ToUpperInvariant((char)code) == upper && Rune.IsValid(code))
                .Select(code => new Rune(code));
        }

        // Emoji and their like have no case.
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol ? [rune] : [];
    }

    private static byte[] Utf8(Rune rune) => Encoding.UTF8.GetBytes(rune.ToString());
}
