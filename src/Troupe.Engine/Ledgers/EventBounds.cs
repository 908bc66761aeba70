using Troupe.Core;

namespace Troupe.Engine;

/// <summary>
/// How much of what agents cause goes into one event: a record of the log has a limit, and an event that exceeded it could
/// never be recorded. Reports and mail tell all of it.
/// </summary>
internal static class EventBounds
{
    // A character may become six in JSON; together this is well below the 256 KiB of a record.
    private const int LongestList = 24 * 1024;
    private const int LongestText = 8 * 1024;

    /// <summary>The first ones, as many as fit.</summary>
    public static IReadOnlyList<string> Fit(IEnumerable<string> list)
    {
        var left = LongestList;
        return [.. list.TakeWhile(text => (left -= text.Length) >= 0)];
    }

    public static string Fit(string text) => text.Length <= LongestText ? text : TextCut.Start(text, LongestText) + " …";
}
