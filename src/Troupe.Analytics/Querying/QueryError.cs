using Troupe.Core;

namespace Troupe.Analytics;

/// <summary>What the database says is wrong, safe to print; it quotes the query, over several lines.</summary>
internal static class QueryError
{
    public static string InWords(string message) =>
        string.Join('\n', message.TrimEnd().Split('\n').Select(line => Printable.Escape(line.TrimEnd('\r'))));
}
