namespace Troupe.Core;

/// <summary>Shortens text that others wrote. Half of a surrogate pair has no UTF-8 form, so a cut never leaves one.</summary>
public static class TextCut
{
    /// <summary>The beginning of the text, of at most so many UTF-16 units.</summary>
    public static string Start(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        return longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];
    }
}
