using System.Globalization;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Reads <c>A U Thor &lt;a@example.org&gt; 1700000000 +0100</c>, the line that a commit records. Pure.</summary>
internal static class RawSignature
{
    /// <summary>Null: no identity or time that could be written again.</summary>
    public static GitSignature? TryParse(string line)
    {
        var open = line.IndexOf('<', StringComparison.Ordinal);
        var close = line.LastIndexOf('>');
        if (open < 0 || close < open || TimeOf(line[(close + 1)..]) is not { } time)
        {
            return null;
        }

        try
        {
            return new GitSignature(new GitIdentity(line[..open], line[(open + 1)..close]), time);
        }
        catch (TroupeException)
        {
            return null;
        }
    }

    /// <summary>Null: the line has no readable time.</summary>
    public static DateTimeOffset? Time(string line) => TimeOf(line[(line.LastIndexOf('>') + 1)..]);

    private static DateTimeOffset? TimeOf(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || !int.TryParse(words[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var zone)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() || Math.Abs(zone) > 1400)
        {
            return null;
        }

        var offset = TimeSpan.FromMinutes((zone / 100 * 60) + (zone % 100));
        return DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(offset);
    }
}
