using System.Globalization;
using System.Numerics;
using System.Text;

namespace Troupe.Analytics.Tests;

/// <summary>A record as a later version might write it: its checksum is right, its number is not ours.</summary>
internal static class LaterVersion
{
    public static byte[] Record()
    {
        var covered = Encoding.ASCII.GetBytes("""{"v":2,"id":"x","new":true""");
        var crc = ~covered.Aggregate(uint.MaxValue, BitOperations.Crc32C);
        return [.. covered, .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"crc\":\"{crc:x8}\"}}\n"))];
    }
}
