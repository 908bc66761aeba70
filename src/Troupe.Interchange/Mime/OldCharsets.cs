using System.Text;

namespace Troupe.Interchange;

/// <summary>The charsets of old mail, which .NET knows only when it is told to: Windows code pages, ISO-2022, Shift-JIS, GB and Big5.</summary>
internal static class OldCharsets
{
    private static readonly Lazy<bool> Known = new(() =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return true;
    });

    public static void Know() => _ = Known.Value;
}
