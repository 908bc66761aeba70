using System.Globalization;

namespace Troupe.Interchange;

/// <summary>
/// The name of a message in a Maildir. It follows from the message alone, so that a second export recognises it, whatever a mail
/// program did to the flags behind it.
/// </summary>
internal static class MaildirName
{
    /// <summary>Stands where a delivery writes the name of its host: an export is the same on every one.</summary>
    private const string Host = "troupe";

    public static string Unique(Letter letter) => string.Create(
        CultureInfo.InvariantCulture, $"{letter.SentAt?.ToUnixTimeSeconds() ?? 0}.{letter.Id.Value:N}.{Host}");

    public static (string Unique, string Flags) Split(string fileName)
    {
        var end = fileName.IndexOf(MaildirFlags.Separator, StringComparison.Ordinal);
        return end < 0 ? (fileName, "") : (fileName[..end], fileName[(end + MaildirFlags.Separator.Length)..]);
    }
}
