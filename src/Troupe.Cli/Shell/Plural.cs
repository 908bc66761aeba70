using System.Globalization;

namespace Troupe.Cli.Shell;

/// <summary>A number with what it counts.</summary>
internal static class Plural
{
    public static string Of(int count, string one, string? several = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several ?? one + "s")}");
}
