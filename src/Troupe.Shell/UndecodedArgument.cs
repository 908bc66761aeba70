using System.Text;

namespace Troupe.Shell;

/// <summary>
/// Arguments are bytes, and the runtime puts U+FFFD for those that are not UTF-8: what a message was meant to say would be lost
/// without a word. The bytes are looked at only where that character turns up; it may also be meant.
/// </summary>
public static class UndecodedArgument
{
    private const string OwnCommandLine = "/proc/self/cmdline";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What is wrong; null: nothing, or the system does not show the bytes.</summary>
    public static string? Find(string[] arguments, Func<byte[]> commandLine)
    {
        if (!arguments.Any(argument => argument.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            return null;
        }

        // Each argument ends with a zero byte; those before ours are the program, or its host.
        var words = commandLine().AsSpan();
        List<byte[]> parts = [];
        for (int end; (end = words.IndexOf((byte)0)) >= 0; words = words[(end + 1)..])
        {
            parts.Add(words[..end].ToArray());
        }

        var first = parts.Count - arguments.Length;
        var place = Enumerable.Range(0, arguments.Length).FirstOrDefault(index => first >= 0 && !IsText(parts[first + index]), -1);
        return place < 0
            ? null
            : $"{(place > 0 && arguments[place - 1].StartsWith('-') ? $"The value of {arguments[place - 1]}" : $"Argument {place + 1}")} is not UTF-8: "
                + "convert it, for example with iconv.";
    }

    public static byte[] CommandLine() => File.Exists(OwnCommandLine) ? File.ReadAllBytes(OwnCommandLine) : [];

    private static bool IsText(byte[] bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
