namespace Troupe.Interchange;

/// <summary>Reads files that come from anywhere, up to a length.</summary>
internal static class BoundedFile
{
    /// <exception cref="FormatException">The file is longer than a letter may be.</exception>
    public static byte[] Read(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > LetterLimits.LongestFile)
        {
            throw TooLong(file.Length);
        }

        var content = new byte[file.Length];
        var length = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return length == content.Length ? content : content[..length];
    }

    public static FormatException TooLong(long bytes) =>
        new($"it has {bytes} bytes, and a message may have {LetterLimits.LongestFile}: take its attachments out of it");
}
