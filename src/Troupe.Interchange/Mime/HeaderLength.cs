namespace Troupe.Interchange;

/// <summary>Looks at the length of a message's headers before anything parses them.</summary>
internal static class HeaderLength
{
    /// <exception cref="FormatException">They are longer than a letter's may be.</exception>
    public static void Require(ReadOnlySpan<byte> message)
    {
        var beginning = message[..Math.Min(message.Length, LetterLimits.LongestHeaders)];
        if (beginning.Length < message.Length && beginning.IndexOf("\n\n"u8) < 0 && beginning.IndexOf("\r\n\r\n"u8) < 0)
        {
            throw new FormatException($"its headers have more than {LetterLimits.LongestHeaders} bytes");
        }
    }
}
