using System.Globalization;

namespace Troupe.EventLog;

/// <summary>
/// What the files of a log are called. The active segment has plain names; when it is sealed, its files get its number,
/// counted from one (<c>events.000001.jsonl</c> holds the positions <c>0:…</c>).
/// </summary>
internal static class SegmentNames
{
    public const string Active = "events.jsonl";
    public const string ActiveIndex = "events.index";

    /// <summary>The end of the names under which files are written before they get their own. Made under the log's lock only.</summary>
    public const string Draft = ".new";

    public static string Sealed(int segment) => Numbered(segment, "jsonl");

    public static string Index(int segment) => Numbered(segment, "index");

    public static string Manifest(int segment) => Numbered(segment, "json");

    /// <summary>Its existence says that a sync of the segment failed, in the boot that it names.</summary>
    public static string FailedSync(int segment) => Numbered(segment, "failed");

    /// <summary>The segment whose sealed records a file holds; null: it is another file.</summary>
    public static int? SegmentOf(ReadOnlySpan<char> fileName)
    {
        const string before = "events.", after = ".jsonl";
        return fileName.StartsWith(before)
            && fileName.EndsWith(after)
            && fileName.Length >= before.Length + 6 + after.Length
            && int.TryParse(fileName[before.Length..^after.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && fileName.SequenceEqual(Sealed(number - 1))
                ? number - 1
                : null;
    }

    private static string Numbered(int segment, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"events.{segment + 1:D6}.{extension}");
}
