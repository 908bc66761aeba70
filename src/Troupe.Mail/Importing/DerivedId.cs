using System.Text;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Ids that follow from what they name (UUID version 8: the first bytes of a SHA-256), so that importing the same thing again
/// is recognised by the log itself.
/// </summary>
public static class DerivedId
{
    private const int VersionPlace = 12;
    private const int VariantPlace = 16;

    /// <param name="parts">What is named; no part holds a NUL.</param>
    public static RecordId Of(params ReadOnlySpan<string> parts) => Of(Encoding.UTF8.GetBytes(string.Join('\0', parts)));

    public static RecordId Of(ReadOnlySpan<byte> content)
    {
        var digits = Sha256.Of(content).Value[..32].ToCharArray();
        digits[VersionPlace] = '8';
        digits[VariantPlace] = 'a';
        return new RecordId(Guid.ParseExact(digits, "N"));
    }
}
