using System.Text;

namespace Troupe.Core;

/// <summary>Text files that people write by hand: UTF-8, with or without a byte order mark, nothing else.</summary>
public static class SettingsFile
{
    private const long Longest = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or null where there is no such file.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidSettings"/>: it cannot be read, or is not UTF-8 text.</exception>
    public static string? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return null;
            }

            return file.Length <= Longest
                ? Decode(File.ReadAllBytes(path), path)
                : throw Unreadable(path, $"it is larger than {Longest / 1024 / 1024} MiB");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, failure.Message);
        }
    }

    /// <summary>The text of bytes that came from elsewhere, such as a commit.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidSettings"/>: they are not UTF-8 text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes["\uFEFF"u8.Length..] : bytes;
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException failure)
        {
            var line = text[..Math.Min(Math.Max(failure.Index, 0), text.Length)].Count((byte)'\n') + 1;
            throw new TroupeException(
                ErrorCode.InvalidSettings, $"{Printable.Escape(name)}:{line}: this is not UTF-8 text: save the file as UTF-8.");
        }
    }

    private static TroupeException Unreadable(string path, string reason) =>
        new(ErrorCode.InvalidSettings, $"Cannot read '{Printable.Escape(path)}': {Printable.Escape(reason)}");
}
