using System.Text;

namespace Troupe.Mail;

/// <summary>
/// A set of words as one text, sorted, each behind its length: equal sets are equal texts, and a whole log holds few different
/// ones, so that entries can share them.
/// </summary>
internal static class WordSet
{
    public const string Empty = "";

    private const int LengthBits = 15;

    public static string Of(IEnumerable<string> words)
    {
        StringBuilder? text = null;
        foreach (var word in words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            // Fifteen bits to a character, so that a length never looks like half of a surrogate pair.
            (text ??= new StringBuilder())
                .Append((char)(word.Length >> LengthBits)).Append((char)(word.Length & ((1 << LengthBits) - 1))).Append(word);
        }

        return text?.ToString() ?? Empty;
    }

    public static IEnumerable<string> Words(string set)
    {
        for (var at = 0; at < set.Length;)
        {
            var length = (set[at] << LengthBits) | set[at + 1];
            yield return set.Substring(at + 2, length);
            at += 2 + length;
        }
    }

    public static bool Contains(string set, string word) => set.Length > 0 && Words(set).Contains(word, StringComparer.Ordinal);

    public static string Add(string set, string word) => Contains(set, word) ? set : Of(Words(set).Append(word));

    public static string Remove(string set, string word) =>
        Contains(set, word) ? Of(Words(set).Where(other => !string.Equals(other, word, StringComparison.Ordinal))) : set;
}
