using System.Globalization;
using System.Text;
using CsCheck;
using Troupe.EventLog;

namespace Troupe.Analytics.Tests;

/// <summary>The scan over bytes never misses what a look at the characters finds, and an exact one finds nothing else.</summary>
public sealed class TextScanTests
{
    private static readonly Gen<string> Piece = Gen.OneOf<string>(
        "a", "A", "b", "k", "K", "\u212a", "s", "\u017f", "i", "I", "\u0130", "\u0131", "á", "Á", "σ", "ς", "Σ", "ß", "ẞ", "ж", "Ж", "ǆ", "ǅ", "Ǆ", "ⱥ", "Ⱥ",
        "𐐀", "𐐨", "🦘", " ", "-", "1", "µ", "μ", "Å", "\u212b", "å", "漢");

    private static readonly Gen<string> Text = Piece.Array[0, 90].Select(string.Concat);

    [Fact]
    public void IndexIn_AnyTexts_IsWhatACaseBlindLookFinds() => Gen.Select(Text, Piece.Array[1, 4].Select(string.Concat), Gen.Bool).Sample(
        (text, term, holds) =>
        {
            text = holds ? text.Insert(NotWithinAPair(text, text.Length / 2), term.ToUpperInvariant()) : text;
            var isThere = text.Contains(term, StringComparison.OrdinalIgnoreCase);
            if (TextScan.For(term) is not { } scan)
            {
                return;
            }

            var found = scan.IndexIn(Encoding.UTF8.GetBytes(text)) >= 0;

            (found || !isThere).ShouldBeTrue($"'{term}' is missed in '{text}'");
            (found && scan.IsExact).ShouldBe(isThere && scan.IsExact, $"'{term}' in '{text}'");
        },
        iter: 3000);

    /// <summary>Short texts and long ones, with the term at every place, so also across the edges of what is looked at at once.</summary>
    [Fact]
    public void IndexIn_TermAtAnyPlaceOfAnyLength_IsFoundThere()
    {
        var scan = TextScan.For("olá x")!;
        for (var length = 0; length < 140; length++)
        {
            for (var at = 0; at <= length; at++)
            {
                var bytes = Encoding.UTF8.GetBytes(new string('o', at) + "OLÁ X" + new string('l', length - at));

                scan.IndexIn(bytes).ShouldBe(at);
                scan.IndexIn(bytes.AsSpan()[..(at + 5)]).ShouldBe(-1);
            }
        }
    }

    [Fact]
    public void Of_EveryCharacter_HasTheFormsThatTheSystemTakesForTheSame()
    {
        var same = Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(c => !char.IsSurrogate(c))
            .GroupBy(c => c.ToString(), StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1 || group.Key[0] < 0x80);

        foreach (var group in same.Where((group, place) => group.Key[0] < 0x80 || place % 9 == 0 || group.Count() > 2))
        {
            if (CharacterForms.Of(new Rune(group.First()), out var isExact) is { } bytes)
            {
                var forms = group.Select(c => Encoding.UTF8.GetBytes(c.ToString())).ToList();
                forms.ShouldAllBe(form => form.Length == bytes.Length && !form.Where((value, at) => !bytes[at].Contains(value)).Any());
                isExact.ShouldBe(bytes.Aggregate(1, (product, values) => product * values.Length) == forms.Count);
            }
        }
    }

    [Theory]
    [InlineData("""caf\u00e9""", true)]
    [InlineData("""a\/b""", true)]
    [InlineData("""\ud83e\udd98""", true)]
    [InlineData("""\\u00e9 \n\t \"q\" """, false)]
    [InlineData("""\u001b[0m \u0085 \u2028""", false)]
    [InlineData("""plain""", false)]
    public void IsIn_Escapes_OnlyThoseThatNobodyMustWrite(string escaped, bool isUnusual) =>
        UnusualEscape.IsIn(Encoding.UTF8.GetBytes(escaped)).ShouldBe(isUnusual);

    private static int NotWithinAPair(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
