namespace Troupe.Mail;

/// <summary>Names that open a device on Windows, in every folder and with every extension.</summary>
internal static class WindowsDevice
{
    private static readonly string[] Names = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

    public static bool IsNamed(string name)
    {
        var stem = name.Split('.', 2)[0].TrimEnd(' ');
        return Names.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem is [_, _, _, var port] && IsPort(port) && (Begins(stem, "COM") || Begins(stem, "LPT")));
    }

    // Windows takes superscript digits for digits.
    private static bool IsPort(char port) => char.IsAsciiDigit(port) || port is '¹' or '²' or '³';

    private static bool Begins(string stem, string device) => stem.StartsWith(device, StringComparison.OrdinalIgnoreCase);
}
