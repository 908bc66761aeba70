using Troupe.Core;

namespace Troupe.Interchange;

/// <summary>The names of the formats, on the command line and in <c>imported_from</c>; they never change.</summary>
public static class InterchangeFormats
{
    private static readonly string[] Names = ["maildir", "mbox", "eml", "jsonl", "v0"];

    /// <summary>In the order of the enumeration.</summary>
    public static IReadOnlyList<string> All => Names;

    public static string Name(this InterchangeFormat format) => Names[(int)format];

    public static InterchangeFormat Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var index
        ? (InterchangeFormat)index
        : throw new TroupeException(
            ErrorCode.InvalidArgument, $"'{Printable.Escape(name)}' is no format: use one of {string.Join(", ", Names)}.");
}
