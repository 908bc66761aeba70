using DuckDB.NET.Data;
using Troupe.Core;

namespace Troupe.Analytics;

/// <summary>What the database says is wrong, safe to print; it quotes the query, over several lines.</summary>
internal static class QueryError
{
    /// <summary>What the database says where memory, or the room on disk for what does not fit into it, is used up. Not all of it has a type.</summary>
    private static readonly string[] OutOfMemory = ["could not allocate block", "failed to allocate", "failed to offload", "failed to pin block", "Out of Memory"];

    public static TroupeException Of(DuckDBException failure, QueryLimits limits) => new(
        ErrorCode.InvalidArgument,
        Array.Exists(OutOfMemory, sign => failure.Message.Contains(sign, StringComparison.OrdinalIgnoreCase))
            ? $"The query needs more than the {limits.MemoryMebibytes} MiB of memory, and the room on disk, that one may use: "
                + "name the columns that you need in place of *, leave 'body' and 'payload' out, or sum up and filter before you sort and join."
            : $"The query failed: {InWords(failure.Message)}",
        failure);

    public static string InWords(string message) =>
        string.Join('\n', message.TrimEnd().Split('\n').Select(line => Printable.Escape(line.TrimEnd('\r'))));
}
