using System.Text;

namespace Troupe.Verification;

/// <summary>A step's name as a file name: steps are named by people.</summary>
internal static class LogFileName
{
    private const int LongestName = 40;

    public static string Of(int number, string step)
    {
        var name = new StringBuilder($"{number:00}-");
        foreach (var c in step.Take(LongestName))
        {
            name.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        return name.Append(".log").ToString();
    }
}
