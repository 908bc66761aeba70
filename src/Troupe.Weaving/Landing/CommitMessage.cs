using System.Buffers;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>The message of a landed patch's commit: what its author wrote, and trailers that say where it came from. Pure.</summary>
internal static class CommitMessage
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    public static string Compose(string message, WeavePatch patch, Patch change, int? sprint)
    {
        List<(string Name, string? Value)> trailers =
        [
            ("Troupe-Sprint", sprint?.ToString()),
            ("Troupe-Persona", patch.Persona?.Value),
            ("Troupe-Patch", change.Id.Value),
            ("Troupe-Session", patch.Session),
        ];
        var lines = trailers.Where(trailer => trailer.Value is { Length: > 0 }).Select(trailer => $"{trailer.Name}: {OneLine(trailer.Value!)}");
        // Our trailers say who made the change; an author's own word on that would be a forgery.
        var body = string.Join('\n', message.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal)
            .Split('\n').Where(line => !line.StartsWith("Troupe-", StringComparison.OrdinalIgnoreCase))).Trim();
        body = body.Length == 0 ? $"Patch {change.Id.Value[..12]}" : body;
        return $"{body}{(EndsInTrailers(body) ? "\n" : "\n\n")}{string.Join('\n', lines)}\n";
    }

    // Trailers are one block: those of the author and ours must not have an empty line between them.
    private static bool EndsInTrailers(string body)
    {
        var paragraphs = body.Split("\n\n");
        return paragraphs.Length > 1 && paragraphs[^1].Split('\n').All(IsTrailer);
    }

    private static bool IsTrailer(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && !line.AsSpan(0, colon).ContainsAnyExcept(NameCharacters);
    }

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");
}
